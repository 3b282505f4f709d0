import './office.css';
import { followProgress } from './follow-progress.ts';
import { guardForms } from './guard-forms.ts';
import { keepPreview } from './keep-preview.ts';

guardForms();
keepPreview();
followProgress();

import './office.css';
import { guardForms } from './guard-forms.ts';

guardForms();

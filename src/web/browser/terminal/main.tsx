/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import '../house.css';
import './terminal.css';
import { render } from 'preact';
import { languageAskedFor } from '../../../wording/written/language.ts';
import { App } from './app.tsx';

const root = document.getElementById('terminal');
if (!root) throw new Error('the page has no terminal');
const { language, timeZone = 'Asia/Seoul' } = root.dataset;
render(<App browserLanguage={languageAskedFor(language) ?? 'ko'} timeZone={timeZone} />, root);

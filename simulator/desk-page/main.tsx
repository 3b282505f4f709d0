import { render } from 'preact';
import { App } from './app.tsx';
import './styles/desk.css';

const root = document.getElementById('desk');
if (!root) throw new Error('the page has no desk');
const { line = '', app = '/', smtp = '' } = root.dataset;
render(<App place={{ line, app, smtp }} />, root);

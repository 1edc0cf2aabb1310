import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';
import { quietResizeLoop } from './quiet-resize-loop';

quietResizeLoop();
void bootstrapApplication(App, appConfig);

/** The functions that are sent to the browser, by the names under which they find each other there. */
import { askDialog } from './ask-dialog.ts';
import { drawFrame } from './draw-frame.ts';
import { drawSwitch } from './draw-switch.ts';
import { placeSetting } from './place-setting.ts';
import { readSetting } from './read-setting.ts';
import { saveSetting } from './save-setting.ts';
import { surround } from './surround.ts';

export const PARTS = { askDialog, drawFrame, drawSwitch, placeSetting, readSetting, saveSetting, surround };
export type Parts = typeof PARTS;

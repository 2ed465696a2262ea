/**
 * The icons of the console: those of Tabler Icons that it shows, drawn from their paths. The whole set has
 * 18,600 files. Another icon: its paths go into icon-paths.json, as https://tabler.io/icons has them.
 *
 * Tabler Icons: Copyright (c) 2020-2026 Paweł Kuna, MIT License, in icons.license.txt.
 */
import type { ReactElement, SVGProps } from 'react';
import PATHS from './icon-paths.json';

/** How an icon is drawn. */
export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'stroke'> {
  /** Pixels. @default 24 */
  readonly size?: number;
  /** Width of its lines. @default 2 */
  readonly stroke?: number;
}

/** An icon. */
export type Icon = (props: IconProps) => ReactElement;

function icon(name: keyof typeof PATHS): Icon {
  return ({ size = 24, stroke = 2, ...rest }) => (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...rest}
    >
      {PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

export const IconAlertTriangle: Icon = icon('alert-triangle');
export const IconArrowBackUp: Icon = icon('arrow-back-up');
export const IconArrowLeft: Icon = icon('arrow-left');
export const IconClock: Icon = icon('clock');
export const IconDatabaseOff: Icon = icon('database-off');
export const IconDeviceDesktop: Icon = icon('device-desktop');
export const IconDotsVertical: Icon = icon('dots-vertical');
export const IconDownload: Icon = icon('download');
export const IconEdit: Icon = icon('edit');
export const IconFileImport: Icon = icon('file-import');
export const IconFileSpreadsheet: Icon = icon('file-spreadsheet');
export const IconGauge: Icon = icon('gauge');
export const IconHandStop: Icon = icon('hand-stop');
export const IconHeadphones: Icon = icon('headphones');
export const IconHeadset: Icon = icon('headset');
export const IconHeadsetOff: Icon = icon('headset-off');
export const IconInfoCircle: Icon = icon('info-circle');
export const IconKey: Icon = icon('key');
export const IconKeyboard: Icon = icon('keyboard');
export const IconLayoutDashboard: Icon = icon('layout-dashboard');
export const IconListDetails: Icon = icon('list-details');
export const IconLogout: Icon = icon('logout');
export const IconMoon: Icon = icon('moon');
export const IconPhone: Icon = icon('phone');
export const IconPhoneCalling: Icon = icon('phone-calling');
export const IconPhoneIncoming: Icon = icon('phone-incoming');
export const IconPhoneOff: Icon = icon('phone-off');
export const IconPlayerPause: Icon = icon('player-pause');
export const IconPlayerPlay: Icon = icon('player-play');
export const IconPlayerStop: Icon = icon('player-stop');
export const IconPlugConnectedX: Icon = icon('plug-connected-x');
export const IconPlus: Icon = icon('plus');
export const IconReportAnalytics: Icon = icon('report-analytics');
export const IconScale: Icon = icon('scale');
export const IconSearch: Icon = icon('search');
export const IconSun: Icon = icon('sun');
export const IconTargetArrow: Icon = icon('target-arrow');
export const IconTrash: Icon = icon('trash');
export const IconUpload: Icon = icon('upload');
export const IconUserCircle: Icon = icon('user-circle');
export const IconUsers: Icon = icon('users');
export const IconX: Icon = icon('x');
export const IconZzz: Icon = icon('zzz');

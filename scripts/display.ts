/** Whether a window can be shown here. */
export function hasDisplay(platform: string, env: Record<string, string | undefined>): boolean {
  if (env.CI) return false;
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

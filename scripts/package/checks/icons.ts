import { folder, type AppPackage } from '../app-package.ts';
import { readHeader, readPixels } from '../png.ts';
import type { Problem } from '../problem.ts';

const redraw = 'Correct its SVG in appPackage/icons/ and run node scripts/draw-icons.ts.';

/** What Teams wants: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
const wanted = [
  { icon: 'color', size: 192, flaw: () => undefined },
  { icon: 'outline', size: 32, flaw: outlineFlaw },
] as const;

export function icons({ manifest, icons: files }: AppPackage): Problem[] {
  return wanted.flatMap(({ icon, size, flaw }) => {
    const file = manifest.icons[icon];
    const bytes = files.get(file ?? '');
    if (file === undefined || bytes === undefined) return [];
    const header = readHeader(bytes);
    const what =
      header === undefined
        ? 'this is no PNG file'
        : header.width !== size || header.height !== size
          ? `${header.width}×${header.height} pixels, but ${icon} has to be ${size}×${size}`
          : flaw(bytes);
    return what === undefined ? [] : [{ where: `${folder}/${file}`, what, fix: redraw }];
  });
}

/** The outline is white on nothing, which Teams colours itself. */
function outlineFlaw(bytes: Uint8Array): string | undefined {
  const pixels = readPixels(bytes);
  if (pixels === undefined)
    return 'its pixels cannot be read: outline has to be an 8-bit RGBA PNG, not interlaced';
  const seen = pixels.filter(({ alpha }) => alpha > 0);
  if (seen.length === 0) return 'nothing is drawn on it';
  if (seen.length === pixels.length) return 'it has no transparent pixel, but outline is white on nothing';
  const coloured = seen.filter(({ red, green, blue }) => red + green + blue < 3 * 255).length;
  return coloured === 0 ? undefined : `${coloured} pixels are neither white nor transparent`;
}

/** Photos of a report: shown, taken away again, made small before they are sent. */
import { get, say } from './find.ts';

/** Longest side in pixels after shrinking: enough to read a sign, a tenth of the bytes. */
const LONGEST = 1600;
const QUALITY = 0.82;

export function improvePhotos(form: HTMLFormElement): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')];
  const [first] = inputs;
  if (first === undefined) return;
  const previews = get(form, '[data-previews]');
  const note = get(form, '[data-photo-note]');
  const limit = Number(form.dataset['photoLimit']);
  let chosen: File[] = [];

  const show = (): void => {
    // One input carries all of them; the other stays empty.
    const transfer = new DataTransfer();
    for (const file of chosen) transfer.items.add(file);
    first.files = transfer.files;
    for (const other of inputs.slice(1)) other.value = '';
    draw(previews, chosen, form.dataset['remove'] ?? '', (gone) => {
      chosen = chosen.filter((file) => file !== gone);
      say(note, counted(form, chosen.length));
      show();
    });
  };

  for (const input of inputs) {
    input.addEventListener('change', () => {
      const added = [...(input.files ?? [])];
      take(added, limit - chosen.length).then(({ files, unreadable }) => {
        const tooMany = added.length > files.length && !unreadable;
        chosen = [...chosen, ...files];
        show();
        if (unreadable) say(note, form.dataset['unreadable'] ?? '', true);
        else if (tooMany) say(note, form.dataset['most'] ?? '', true);
        else say(note, counted(form, chosen.length));
      }, report);
    });
  }
}

/** A defect of ours reaches the console of whoever looks for it; the plain form goes on working. */
function report(error: unknown): void {
  reportError(error);
}

function counted(form: HTMLFormElement, count: number): string {
  return count === 0 ? '' : (form.dataset['added'] ?? '').replace('{count}', `${count}`);
}

async function take(
  added: readonly File[],
  room: number,
): Promise<{ files: File[]; unreadable: boolean }> {
  const files: File[] = [];
  let unreadable = false;
  for (const file of added.slice(0, Math.max(0, room))) {
    const small = await shrink(file);
    if (small === undefined) unreadable = true;
    else files.push(small);
  }
  return { files, unreadable };
}

/** As JPEG, upright, without the position that cameras write into it; undefined where it is no picture. */
async function shrink(file: File): Promise<File | undefined> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((made) =>
      canvas.toBlob(made, 'image/jpeg', QUALITY),
    );
    if (blob === null) return file;
    return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
  } catch {
    return undefined;
  }
}

function draw(
  previews: HTMLElement,
  files: readonly File[],
  removeLabel: string,
  remove: (file: File) => void,
): void {
  for (const image of previews.querySelectorAll('img')) URL.revokeObjectURL(image.src);
  previews.replaceChildren(
    ...files.map((file, index) => {
      const image = document.createElement('img');
      image.src = URL.createObjectURL(file);
      image.alt = file.name;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = '✕';
      button.setAttribute('aria-label', removeLabel.replace('{number}', `${index + 1}`));
      button.addEventListener('click', () => remove(file));
      const figure = document.createElement('figure');
      figure.append(image, button);
      return figure;
    }),
  );
}

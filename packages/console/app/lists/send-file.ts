/** Sends a file to the server in parts. */
import { answerOf, api } from '../data/api.js';

/** As the server takes them: 1 MB. */
const PART_BYTES = 1_048_576;

/** Sends a file; `onShare` hears how much of it has gone, 0 to 1. Answers the id of the upload. */
export async function sendFile(file: File, onShare: (share: number) => void): Promise<string> {
  const body = { name: file.name, size: file.size };
  const { uploadId } = await answerOf(api.POST('/api/v1/uploads', { body }));
  for (let offset = 0; offset < file.size; offset += PART_BYTES) {
    const part = file.slice(offset, offset + PART_BYTES);
    await answerOf(
      api.PUT('/api/v1/uploads/{uploadId}/part', {
        params: { path: { uploadId }, query: { offset } },
        body: '',
        bodySerializer: () => part,
        headers: { 'content-type': 'application/octet-stream' },
      }),
    );
    onShare(Math.min(1, (offset + part.size) / file.size));
  }
  return uploadId;
}

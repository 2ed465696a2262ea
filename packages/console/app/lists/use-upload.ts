/** An upload as it stands on the server, asked often while work on it runs. */
import type { Upload } from '@outdial/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';

const AGAIN_MS = 400;

const keyOf = (uploadId: string) => ['uploads', uploadId] as const;

/** The upload; undefined: not known yet. */
export function useUpload(uploadId: string): Upload | undefined {
  const { data } = useQuery({
    queryKey: keyOf(uploadId),
    queryFn: () => answerOf(api.GET('/api/v1/uploads/{uploadId}', { params: { path: { uploadId } } })),
    refetchInterval: ({ state }) => (state.data?.work?.state === 'running' ? AGAIN_MS : false),
  });
  return data;
}

/** Takes what the server has just said of an upload. */
export function useSetUpload(): (upload: Upload) => void {
  const queries = useQueryClient();
  return (upload) => void queries.setQueryData(keyOf(upload.uploadId), upload);
}

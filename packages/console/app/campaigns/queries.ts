/** Campaigns as documents, as the server has them. */
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';

/** Every campaign as a document. */
export const useCampaignsOnFile = () =>
  useQuery({
    queryKey: ['campaign-documents'],
    queryFn: () => answerOf(api.GET('/api/v1/campaign-documents')),
    refetchInterval: 5_000,
  });

/** The newest version of a campaign, examined. */
export const useNewestVersion = (campaignId: string) =>
  useQuery({
    queryKey: ['campaign-documents', campaignId, 'newest'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/campaign-documents/{campaignId}', { params: { path: { campaignId }, query: {} } }),
      ),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

using BotHost.Store.Submissions;
using FactChecking.Curation.Queue;

namespace FactChecking.Tests.Curation.Queue;

public sealed class QueueClustersTests
{
    [Fact]
    public void One_post_in_slightly_other_words_is_one_decision()
    {
        var clusters = QueueClusters.Of(
        [
            Text(1, 5, "Dolphins learned to pilot submarines in the Baltic Sea"),
            Text(2, 3, "ВСУ потеряли десять танков под Харьковом за одну ночь"),
            Text(3, 2, "BREAKING!! Dolphins learned to pilot submarines in the Baltic Sea 🐬"),
            Text(4, 2, "台湾海峡将于明年全面封锁，所有船只禁止通行"),
            Text(5, 1, "台湾海峡将于明年全面封锁，所有的船只都禁止通行！"),
        ]);

        Assert.Equal([[1, 3], [2], [4, 5]], clusters.Select(cluster => cluster.Texts.Select(text => text.Number)));
        Assert.Equal([7, 3, 3], clusters.Select(cluster => cluster.Count));
    }

    [Fact]
    public void What_shares_only_its_common_words_stays_apart()
    {
        var clusters = QueueClusters.Of(
        [
            Text(1, 1, "The president signed a law on pensions in the capital on Monday"),
            Text(2, 1, "The president opened a hospital for children in the north on Friday"),
        ]);

        Assert.Equal(2, clusters.Count);
    }

    [Fact]
    public void The_same_sentence_with_another_number_is_another_claim()
    {
        var clusters = QueueClusters.Of([Text(1, 1, "Only 20% of Ukrainians want to join NATO"), Text(2, 1, "Only 62% of Ukrainians want to join NATO")]);

        Assert.Equal(2, clusters.Count);
    }

    [Fact]
    public void Thousands_of_texts_are_put_together_one_by_one()
    {
        var texts = Enumerable.Range(0, 5_000).Select(index => Text(index, 5_000 - index, $"Claim number {index / 2} about place{index / 2} and river{index / 2} and hill{index / 2}")).ToList();

        Assert.Equal(2_500, QueueClusters.Of(texts).Count);
    }

    private static Submission Text(long number, long count, string text) => new(number, "en", text, count, "2026-11-01", "2026-11-20", 0);
}

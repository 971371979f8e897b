using BotHost.Store;
using BotHost.Store.Proposals;
using FactChecking.Messages;
using FactChecking.Tests.Store.Database;
using FactChecking.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace FactChecking.Tests.Store.Proposals;

public sealed class VariantProposerTests : IClassFixture<CuratedKnowledge>, IAsyncDisposable
{
    private const string Wording = "My cousin swears only one Ukrainian in five wants the alliance";

    private readonly BotDatabaseFixture _bot = new();
    private readonly VariantProposalStore _proposals;
    private readonly VariantProposer _proposer;

    public VariantProposerTests(CuratedKnowledge curated)
    {
        _proposals = new VariantProposalStore(_bot.Database, _bot.Clock);
        _proposer = new VariantProposer(curated.Knowledge, _proposals, NullLogger<VariantProposer>.Instance);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_wording_is_stored_once_and_counted_by_the_day()
    {
        await ProposeAsync(Wording);
        _bot.Clock.Advance(TimeSpan.FromDays(2));
        await ProposeAsync($"{Wording.ToUpperInvariant()}!!! 😡");

        var proposal = Assert.Single(await _proposals.ListAsync());
        Assert.Equal(new VariantProposal(proposal.Number, "C-NATO20", "en", Wording, 2, "2026-11-24", "2026-11-26"), proposal);
    }

    [Fact]
    public async Task What_leads_to_a_person_is_taken_out_before_it_is_stored()
    {
        await ProposeAsync("Пишет @petrov_ivan (petrov@mail.example, +7 912 345-67-89):\nтолько пятая часть украинцев хочет в НАТО https://t.me/+AbCdEf12345 4111 1111 1111 1111");

        var proposal = Assert.Single(await _proposals.ListAsync("C-NATO20"));
        Assert.Equal("Пишет … (…, …): только пятая часть украинцев хочет в НАТО …", proposal.Text);
        Assert.Equal("ru", proposal.Language);
    }

    [Theory]
    [InlineData("Українці не хочуть до НАТО, кажуть чотири з п’яти", "uk")]
    [InlineData("听说五个乌克兰人里只有一个想进北约", "zh-Hans")]
    [InlineData("聽說五個烏克蘭人裡只有一個想進北約", "zh-Hant")]
    public async Task The_language_is_read_from_the_words(string text, string language)
    {
        await ProposeAsync(text);

        Assert.Equal(language, Assert.Single(await _proposals.ListAsync()).Language);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Is this true?")]
    [InlineData("@one @two @three @four +1 202 555 0143")]
    [InlineData("https://example.com/four/words/in/path")]
    [InlineData("乌克兰人不要")]
    [InlineData("ONLY 20% of Ukrainians support joining NATO")] // the claim itself
    public async Task What_is_too_short_or_known_is_not_stored(string text)
    {
        await ProposeAsync(text);

        Assert.Empty(await _proposals.ListAsync());
    }

    [Fact]
    public async Task A_text_longer_than_a_wording_is_not_stored()
    {
        await ProposeAsync(string.Join(' ', Enumerable.Repeat(Wording, 17)));

        Assert.Empty(await _proposals.ListAsync());
    }

    [Fact]
    public async Task Of_one_claim_at_most_200_wait_and_known_ones_are_still_counted()
    {
        for (var number = 0; number <= VariantProposalStore.MaxOfClaim; number++)
            await ProposeAsync($"{Wording}, it was said {number} times");
        await ProposeAsync($"{Wording}, it was said 7 times");
        await _proposer.ProposeAsync(new Question(Wording), "C-COUP");

        Assert.Equal(200, (await _proposals.ListAsync("C-NATO20")).Count);
        Assert.Equal(2, (await _proposals.ListAsync("C-NATO20"))[0].Confirmed);
        Assert.Single(await _proposals.ListAsync("C-COUP"));
    }

    [Fact]
    public async Task Nobody_deciding_a_proposal_is_gone_after_90_days_and_its_number_is_not_given_again()
    {
        var retention = new RetentionStore(_bot.Database, _bot.Clock);
        await ProposeAsync(Wording);
        var number = (await _proposals.ListAsync())[0].Number;
        _bot.Clock.Advance(TimeSpan.FromDays(89));
        await ProposeAsync(Wording);

        await retention.DeleteOldAsync();
        Assert.Single(await _proposals.ListAsync());
        _bot.Clock.Advance(TimeSpan.FromDays(1));
        await retention.DeleteOldAsync();
        Assert.Empty(await _proposals.ListAsync());

        await ProposeAsync(Wording);
        Assert.Equal(number + 1, (await _proposals.ListAsync())[0].Number);
    }

    [Fact]
    public async Task A_database_that_refuses_costs_nobody_the_reply()
    {
        _bot.Execute("create trigger fail before insert on variant_proposals begin select raise(abort, 'no'); end");

        await ProposeAsync(Wording);

        Assert.Empty(await _proposals.ListAsync());
    }

    private Task ProposeAsync(string text) => _proposer.ProposeAsync(new Question(text), "C-NATO20");
}

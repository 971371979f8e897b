using BotHost.Store;
using BotHost.Store.Accounts;
using FactChecking.Tests.Store.Database;

namespace FactChecking.Tests.Store.Accounts;

public sealed class AccountStoreTests : IAsyncDisposable
{
    private readonly BotDatabaseFixture _bot = new();

    [Fact]
    public async Task Sessions_sign_ins_and_links_that_are_old_enough_are_deleted_and_accounts_stay()
    {
        var account = await new AccountStore(_bot.Database, _bot.Clock).AddAsync("Olena", Roles.Editor, passwordHash: null);
        var sessions = new SessionStore(_bot.Database, _bot.Clock);
        var links = new OneTimeLinkStore(_bot.Database, _bot.Clock);
        var signIns = new SignInStore(_bot.Database, _bot.Clock);
        await sessions.StartAsync(account!.Number);
        await signIns.AddAsync(account, name: null, SignInOutcome.SignedIn);
        _bot.Clock.Advance(SignInStore.Kept - TimeSpan.FromHours(1));
        var token = await sessions.StartAsync(account.Number);
        await links.CreateAsync(account);
        await signIns.AddAsync(account: null, "Marko", SignInOutcome.UnknownName);
        _bot.Clock.Advance(TimeSpan.FromHours(1));

        await new RetentionStore(_bot.Database, _bot.Clock).DeleteOldAsync();

        Assert.NotNull(await sessions.FindAsync(token));
        Assert.Equal("Marko", Assert.Single(await signIns.ListAsync(account: null, 10)).Name);
        Assert.Equal((1, 1, 1), (_bot.Scalar<long>("select count(*) from sessions"), _bot.Scalar<long>("select count(*) from one_time_links"), _bot.Scalar<long>("select count(*) from accounts")));
        _bot.Clock.Advance(OneTimeLinkStore.InvitationLasts);
        await new RetentionStore(_bot.Database, _bot.Clock).DeleteOldAsync();
        Assert.Equal((0, 0, 1), (_bot.Scalar<long>("select count(*) from sessions"), _bot.Scalar<long>("select count(*) from one_time_links"), _bot.Scalar<long>("select count(*) from accounts")));
    }

    [Fact]
    public async Task Many_attempts_at_once_count_one_by_one()
    {
        var accounts = new AccountStore(_bot.Database, _bot.Clock);
        await accounts.AddAsync("Olena", Roles.Editor, "hash");
        var passwords = new PasswordStore(_bot.Database, _bot.Clock);

        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => passwords.AttemptAsync("olena")));

        Assert.Equal(PasswordStore.MaxFailures, attempts.Count(account => account is { IsLocked: false }));
    }

    [Theory]
    [InlineData("Олена", "ОЛЕНА", true)]
    [InlineData("Ｏｌｅｎａ", "olena", true)]
    [InlineData("Olena", "Olena K", false)]
    public async Task Names_that_differ_in_case_or_width_alone_are_one(string first, string second, bool isOne)
    {
        var accounts = new AccountStore(_bot.Database, _bot.Clock);
        await accounts.AddAsync(first, Roles.Editor, "hash");

        Assert.Equal(isOne, await accounts.AddAsync(second, Roles.Editor, "hash") is null);
        Assert.Equal(isOne, (await accounts.FindAsync(second))!.Name == first);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();
}

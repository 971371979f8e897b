using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Store.Accounts;

internal static class AccountServices
{
    /// <summary>The maintainers, in the bot's own database.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountStore>();
        services.AddSingleton<PasswordStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SignInStore>();
        services.AddSingleton<OneTimeLinkStore>();
    }
}

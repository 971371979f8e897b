using System.CommandLine;
using BotHost.Hosting;
using BotHost.SignIn;
using BotHost.Store.Accounts;
using BotHost.Store.Database;

namespace BotHost.Commands;

/// <summary><c>user</c>: who may come to the desk, also when nobody can get in any more.</summary>
internal static class UserCommand
{
    private const string StandardInput = "-";

    public static Command Create() => new("user", "The maintainers who may come to the desk.")
    {
        Add(),
        List(),
        Disable(),
        Enable(),
    };

    private static Command Add()
    {
        var name = Name();
        var password = new Argument<string?>("password")
        {
            Description = "- reads the password from standard input. Without it a terminal is asked; where none is given, a one-time link is printed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        password.AcceptOnlyFromAmong(StandardInput);
        var role = new Option<string>("--role") { Description = "What they may do.", Required = true, HelpName = "ROLE" };
        role.AcceptOnlyFromAmong([.. Roles.All]);
        var address = new Option<string>("--address")
        {
            Description = "Where the desk is reached, for the link.",
            HelpName = "URL",
            DefaultValueFactory = _ => DefaultSettings.Address,
        };
        var command = new Command("add", "Adds a maintainer.") { name, password, role, address };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var added = arguments.GetRequiredValue(name);
            if (!AccountName.IsValid(added))
                return await FailAsync(AccountName.Rule);
            var chosen = arguments.GetValue(password) == StandardInput ? Console.In.ReadLine() ?? "" : HiddenInput.Ask("Password (none: a one-time link): ");
            if (chosen is not null && Passwords.FindFault(chosen, added) is { } fault)
                return await FailAsync(fault);

            await using var services = CommandServices.Create(database: null);
            await using var bot = await OpenAsync(services, cancellationToken);
            var hash = chosen is null ? null : new Passwords().Hash(chosen);
            if (await services.GetRequiredService<AccountStore>().AddAsync(added, arguments.GetRequiredValue(role), hash) is not { } account)
                return await FailAsync("This name is taken.");

            Console.WriteLine(chosen is not null
                ? $"{account.Name}: added"
                : FirstMaintainer.LinkTo(arguments.GetRequiredValue(address), await services.GetRequiredService<OneTimeLinkStore>().CreateAsync(account)));
            return 0;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the maintainers: name, role, state, and since when.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var services = CommandServices.Create(database: null);
            await using var bot = await OpenAsync(services, cancellationToken);
            foreach (var account in await services.GetRequiredService<AccountStore>().ListAsync())
                Console.WriteLine($"{account.Name}  {account.Role}  {Pages.Desk.PeopleModel.StateOf(account)}  {account.CreatedAt:yyyy-MM-dd}");
        });
        return command;
    }

    private static Command Disable() => Change("disable", "Shuts somebody out at once.", "disabled", (store, number) => store.DisableAsync(number));

    private static Command Enable() => Change(
        "enable", "Lets somebody in again, also after too many wrong passwords.", "enabled", (store, number) => store.EnableAsync(number));

    private static Command Change(string verb, string description, string done, Func<AccountStore, long, Task<AccountChange>> change)
    {
        var name = Name();
        var command = new Command(verb, description) { name };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(database: null);
            await using var bot = await OpenAsync(services, cancellationToken);
            var store = services.GetRequiredService<AccountStore>();
            if (await store.FindAsync(arguments.GetRequiredValue(name)) is not { } account)
                return await FailAsync("There is nobody of this name. See: user list");
            if (await change(store, account.Number) == AccountChange.LastPublisher)
                return await FailAsync("This is the last account that may publish. Add another one first: user add NAME --role publisher");
            Console.WriteLine($"{account.Name}: {done}");
            return 0;
        });
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "The name, as it is shown with every change." };

    private static async Task<OpenedBotDatabase> OpenAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        await OpenedBotDatabase.OpenAsync(services.GetRequiredService<BotDatabase>(), cancellationToken);

    private static async Task<int> FailAsync(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return 1;
    }
}

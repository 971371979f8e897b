using BotHost.Store.Backups;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Matching;
using FactChecking.Semantics.Embedders;
using FactChecking.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace BotHost.Commands;

/// <summary>Tells what went wrong where the person at the keyboard can mend it; anything else keeps its stack trace.</summary>
internal static class UserErrors
{
    public static string? Describe(Exception exception) => exception switch
    {
        DataFaultsException or ImportRefusedException or DatabaseRefusedException or CalibrationRefusedException or ModelRefusedException or BackupRefusedException or
            OptionsValidationException => exception.Message,
        IOException { InnerException: AddressInUseException } => $"{exception.Message} Stop the program that listens there, or name another address: --urls http://localhost:5081",
        IOException or UnauthorizedAccessException => exception.Message,
        OperationCanceledException => "Stopped.",
        AggregateException { InnerExceptions: [var single] } => Describe(single),
        _ => null,
    };
}

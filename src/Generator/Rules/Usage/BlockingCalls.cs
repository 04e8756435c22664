using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// The blocking methods of .NET and their replacements, by method name and then by the type that declares or inherits the method.
/// </summary>
internal static class BlockingCalls
{
    private const string Signal = "Use a SemaphoreSlim or a TaskCompletionSource, which can be awaited";
    private const string NoConsole = "Pass the input as an argument instead, because a worker cannot read from a console";

    private static readonly Dictionary<string, List<(string Type, string? Remedy)>> Table = Create(
        (
            "System.IO.File",
            [
                "ReadAllText", "ReadAllBytes", "ReadAllLines", "WriteAllText", "WriteAllBytes", "WriteAllLines", "AppendAllText",
                "AppendAllBytes", "AppendAllLines",
            ],
            null),
        ("System.IO.Stream", ["Read", "ReadExactly", "ReadAtLeast", "Write", "CopyTo", "Flush"], null),
        ("System.IO.StreamReader", ["ReadToEnd", "ReadLine", "ReadBlock"], null),
        ("System.Net.Http.HttpMessageInvoker", ["Send"], null),
        (
            "System.Net.WebClient",
            ["DownloadString", "DownloadData", "DownloadFile", "UploadString", "UploadData", "UploadFile", "UploadValues"],
            "Await a method of HttpClient instead"),
        ("System.Net.Dns", ["GetHostEntry", "GetHostAddresses"], null),
        ("System.Net.Mail.SmtpClient", ["Send"], "Await SendMailAsync instead"),
        ("System.Net.Sockets.TcpClient", ["Connect"], null),
        ("System.Data.Common.DbCommand", ["ExecuteNonQuery", "ExecuteReader", "ExecuteScalar"], null),
        ("System.Data.Common.DbConnection", ["Open"], null),
        ("Microsoft.EntityFrameworkCore.DbContext", ["SaveChanges"], null),
        ("System.Threading.SemaphoreSlim", ["Wait"], null),
        ("System.Threading.ManualResetEventSlim", ["Wait"], Signal),
        ("System.Threading.CountdownEvent", ["Wait"], Signal),
        ("System.Threading.WaitHandle", ["WaitOne"], Signal),
        ("System.Threading.Monitor", ["Wait"], Signal),
        ("System.Threading.Thread", ["Join"], "Use a Task instead of a thread, and await it"),
        ("System.Diagnostics.Process", ["WaitForExit"], null),
        ("System.Console", ["ReadLine", "Read", "ReadKey"], NoConsole));

    /// <summary>Returns the instruction that explains how to replace a blocking call.</summary>
    /// <returns>An instruction without a period; null if the call does not block.</returns>
    public static string? FindRemedy(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!Table.TryGetValue(method.Name, out var entries) || HasZeroTimeout(call))
        {
            return null;
        }

        foreach (var (type, remedy) in entries)
        {
            if (method.ContainingType.IsOrDerivesFrom(type)
                && !InMemory.Is(call.Instance)
                && !HasNoAsyncMethods(method.ContainingType))
            {
                return remedy ?? $"Await {method.Name}Async instead";
            }
        }

        return null;
    }

    /// <summary>Determines whether a call is <c>Thread.Sleep</c> with a timeout that is not the constant zero.</summary>
    public static bool IsSleep(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Sleep", ContainingType: var type }
        && type.Is(MetadataNames.Framework.Thread)
        && !HasZeroTimeout(call);

    /// <summary>Determines whether the timeout of a call is zero, so that the call does not wait.</summary>
    public static bool HasZeroTimeout(IInvocationOperation call) =>
        call.Arguments.Length > 0 && call.Arguments[0].Value.WithoutConversions() switch
        {
            { ConstantValue: { HasValue: true, Value: 0 } } => true,
            IFieldReferenceOperation { Field: { Name: "Zero", ContainingType: var type } } => type.Is("System.TimeSpan"),
            _ => false,
        };

    // The asynchronous methods of the SQLite providers also block, so there is no replacement.
    private static bool HasNoAsyncMethods(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Sqlite" or "SQLite", ContainingNamespace.Name: "Data" };

    private static Dictionary<string, List<(string Type, string? Remedy)>> Create(
        params (string Type, string[] Methods, string? Remedy)[] rows)
    {
        var table = new Dictionary<string, List<(string Type, string? Remedy)>>(StringComparer.Ordinal);
        foreach (var (type, methods, remedy) in rows)
        {
            foreach (var method in methods)
            {
                if (!table.TryGetValue(method, out var entries))
                {
                    table.Add(method, entries = []);
                }

                entries.Add((type, remedy));
            }
        }

        return table;
    }
}

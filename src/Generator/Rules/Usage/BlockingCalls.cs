using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// The methods of the framework that block, with what to use instead: by name, then by the type that declares or inherits them.
/// </summary>
internal static class BlockingCalls
{
    private const string Signal = "a SemaphoreSlim or a TaskCompletionSource can be awaited";
    private const string NoConsole = "a worker has no console: take the text as an argument";

    private static readonly Dictionary<string, List<(string Type, string? Instead)>> Table = Read(
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
            "await a call of HttpClient"),
        ("System.Net.Dns", ["GetHostEntry", "GetHostAddresses"], null),
        ("System.Net.Mail.SmtpClient", ["Send"], "await SendMailAsync"),
        ("System.Net.Sockets.TcpClient", ["Connect"], null),
        ("System.Data.Common.DbCommand", ["ExecuteNonQuery", "ExecuteReader", "ExecuteScalar"], null),
        ("System.Data.Common.DbConnection", ["Open"], null),
        ("Microsoft.EntityFrameworkCore.DbContext", ["SaveChanges"], null),
        ("System.Threading.SemaphoreSlim", ["Wait"], null),
        ("System.Threading.ManualResetEventSlim", ["Wait"], Signal),
        ("System.Threading.CountdownEvent", ["Wait"], Signal),
        ("System.Threading.WaitHandle", ["WaitOne"], Signal),
        ("System.Threading.Monitor", ["Wait"], Signal),
        ("System.Threading.Thread", ["Join"], "await a task instead of a thread"),
        ("System.Diagnostics.Process", ["WaitForExit"], null),
        ("System.Console", ["ReadLine", "Read", "ReadKey"], NoConsole));

    /// <summary>What to do instead of a call that blocks.</summary>
    /// <returns>Null where it does not block.</returns>
    public static string? FindInstead(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!Table.TryGetValue(method.Name, out var entries) || OnlyAsks(call))
        {
            return null;
        }

        foreach (var (type, instead) in entries)
        {
            if (method.ContainingType.IsOrDerivesFrom(type)
                && !InMemory.Is(call.Instance)
                && !HasNothingAsynchronous(method.ContainingType))
            {
                return instead ?? $"await {method.Name}Async";
            }
        }

        return null;
    }

    /// <summary>Whether a call pauses the thread.</summary>
    public static bool IsSleep(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Sleep", ContainingType: var type } && type.Is(MetadataNames.Framework.Thread) && !OnlyAsks(call);

    /// <summary>Whether a call waits for no time at all: it looks, or gives way, and goes on.</summary>
    public static bool OnlyAsks(IInvocationOperation call) =>
        call.Arguments.Length > 0 && call.Arguments[0].Value.WithoutConversions() switch
        {
            { ConstantValue: { HasValue: true, Value: 0 } } => true,
            IFieldReferenceOperation { Field: { Name: "Zero", ContainingType: var type } } => type.Is("System.TimeSpan"),
            _ => false,
        };

    // The asynchronous methods of the providers for SQLite block all the same: there is nothing better to call.
    private static bool HasNothingAsynchronous(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Sqlite" or "SQLite", ContainingNamespace.Name: "Data" };

    private static Dictionary<string, List<(string Type, string? Instead)>> Read(
        params (string Type, string[] Methods, string? Instead)[] rows)
    {
        var table = new Dictionary<string, List<(string Type, string? Instead)>>(StringComparer.Ordinal);
        foreach (var (type, methods, instead) in rows)
        {
            foreach (var method in methods)
            {
                if (!table.TryGetValue(method, out var entries))
                {
                    table.Add(method, entries = []);
                }

                entries.Add((type, instead));
            }
        }

        return table;
    }
}

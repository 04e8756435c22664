using System.Text.Json;
using Ported.Services;
using TaskGen;

namespace Ported.App;

/// <summary>Waits for dispatched tasks and compares their outcomes with the expected ones.</summary>
internal sealed class Check(IJournal journal)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    /// <summary>Compares results as JSON, because collections have no equality by value.</summary>
    public static async Task ReturnsAsync<T>(T expected, TaskHandle<T> handle)
    {
        var actual = JsonSerializer.Serialize(await handle.GetAsync(Limit), Json);
        Equal(JsonSerializer.Serialize(expected, Json), actual, handle);
    }

    public static async Task FailsAsync<TException>(TaskHandle handle)
        where TException : Exception
    {
        try
        {
            await handle.GetAsync(Limit);
        }
        catch (TaskFailedException failure)
        {
            Equal(typeof(TException).FullName, failure.RemoteExceptionType, handle);
            return;
        }

        throw new CheckFailedException($"{handle} did not fail.");
    }

    public async Task WritesAsync(string line, TaskHandle handle)
    {
        await handle.GetAsync(Limit);
        Equal("written", journal.Contains(line) ? "written" : $"'{line}' is missing", handle);
    }

    /// <summary>Waits for a line of a task that keeps no record.</summary>
    public async Task WritesSoonAsync(string line, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        while (!journal.Contains(line))
        {
            await Task.Delay(10, limit.Token);
        }
    }

    private static void Equal(string? expected, string actual, TaskHandle handle)
    {
        if (expected != actual)
        {
            throw new CheckFailedException($"{handle}: expected {expected}, but got {actual}.");
        }
    }
}

using System.Collections.Concurrent;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>
/// A caller who does as the messages of errors say: after a refusal it dispatches again, after an unknown fate again with the same id.
/// </summary>
/// <param name="tasks">The client.</param>
internal sealed class Dispatcher(LedgerTasksClient tasks)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, int> _unknown = new(StringComparer.Ordinal);
    private int _refused;

    /// <summary>How often each key's dispatch was of unknown fate.</summary>
    public IReadOnlyDictionary<string, int> Unknown => _unknown;

    /// <summary>How many dispatches were refused.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public Task<TaskHandle<string>> KeptAsync(string key, int failures = 0) =>
        DispatchAsync(key, options => tasks.Kept.With(options).DelayAsync(key, failures));

    public Task<TaskHandle> IgnoredAsync(string key, int failures = 0) =>
        DispatchAsync(key, options => tasks.Ignored.With(options).DelayAsync(key, failures));

    private async Task<T> DispatchAsync<T>(string key, Func<EnqueueOptions, Task<T>> dispatch)
    {
        var options = new EnqueueOptions();
        T? handle = default;
        await Wait.UntilAsync(
            async () =>
            {
                try
                {
                    handle = await dispatch(options);
                    return true;
                }
                catch (TaskEnqueueUnknownException exception)
                {
                    _unknown.AddOrUpdate(key, 1, static (_, times) => times + 1);
                    options = options with { Id = exception.Ids.Single() };
                    return false;
                }
                catch (TaskBrokerException)
                {
                    Interlocked.Increment(ref _refused);
                    await Task.Delay(Pause);
                    return false;
                }
            },
            Limits.Long,
            () => $"'{key}' could not be dispatched");
        return handle!;
    }
}

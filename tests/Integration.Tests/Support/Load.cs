using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>
/// Callers who dispatch tasks of both kinds one after the other, some of which fail at first, and wait for each result, until they are told
/// to stop.
/// </summary>
internal sealed class Load
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(5);

    private readonly Application _app;
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<TaskHandle<string>> _handles = [];
    private readonly Task _callers;
    private volatile bool _stopped;

    public Load(Application app, LedgerTasksClient tasks, int callers = 8)
    {
        _app = app;
        Dispatcher = new Dispatcher(tasks);
        _callers = Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => RunAsync(caller))));
    }

    public Dispatcher Dispatcher { get; }

    public int Dispatched => _failures.Count;

    /// <summary>Somebody else dispatches this too.</summary>
    public void Expect(string key) => _failures[key] = 0;

    /// <summary>Returns when so many bodies more have come to their end.</summary>
    public async Task UntilFurtherAsync(int ends)
    {
        var target = _app.Ledger.Ends + ends;
        await Wait.UntilAsync(
            () => _callers.IsFaulted || _app.Ledger.Ends >= target,
            Limits.Long,
            () => $"{_app.Ledger.Ends} of {target} bodies have ended\n{_app.Logs.Tail()}");
        if (_callers.IsFaulted)
        {
            await _callers;
        }
    }

    /// <summary>Stops, waits for everything that was dispatched, and holds what bodies did against it.</summary>
    /// <param name="control">A host whose connection is good by now.</param>
    public async Task StopAsync(IHost control)
    {
        _stopped = true;
        await _callers.WaitAsync(Limits.Long);
        await _app.DrainAsync(control);
        var client = control.Services.GetRequiredService<ITaskClient>();
        foreach (var handle in _handles)
        {
            var snapshot = await client.GetHandle(handle.Id).GetSnapshotAsync();
            Assert.True(snapshot.State == TaskState.Succeeded, $"{snapshot}");
        }

        Assert.Empty(await Application.DeadLettersAsync(control));
        Audit.AssertOnce(_app, _failures, Dispatcher.Unknown);
    }

    private async Task RunAsync(int caller)
    {
        for (var i = 0; !_stopped; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{caller}.{i}");
            var failures = i % 10 == 9 ? 1 + (i % 3) : 0;
            _failures["ignored " + key] = failures;
            await Dispatcher.IgnoredAsync("ignored " + key, failures);
            _failures["kept " + key] = failures;
            var handle = await Dispatcher.KeptAsync("kept " + key, failures);
            _handles.Add(handle);
            Assert.Equal($"kept {key}!", await handle.GetAsync(Limits.Long));
            await Task.Delay(Pace);
        }
    }
}

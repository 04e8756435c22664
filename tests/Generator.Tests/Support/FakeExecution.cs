using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskGen;
using TaskGen.Execution;

namespace Generator.Tests.Support;

/// <summary>An execution without a worker.</summary>
internal sealed class FakeExecution(string name, IServiceProvider services, JsonSerializerOptions json, CancellationToken cancellationToken)
    : ITaskExecution
{
    public TaskId Id { get; } = new(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), "default");

    public string Name => name;

    public int Attempt => 1;

    public int MaxAttempts => 1;

    public DateTimeOffset EnqueuedAt => DateTimeOffset.UnixEpoch;

    public IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>();

    public TaskId? ParentId => null;

    public StopReason StopReason => StopReason.None;

    public CancellationToken CancellationToken => cancellationToken;

    public ILogger Logger => NullLogger.Instance;

    public IServiceProvider Services => services;

    public ProgressReporter Progress { get; } = new(TimeProvider.System, TimeSpan.Zero, json, ready: null);

    public ValueTask<IAsyncDisposable> AcquireAsync(string resource, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public static IServiceProvider NoServices { get; } = new ServiceCollection().BuildServiceProvider();
}

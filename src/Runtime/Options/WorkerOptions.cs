using TaskGen.Options;
using TaskGen.Primitives;

namespace TaskGen;

/// <summary>Which queues a worker serves, and how it holds and gives back what it runs.</summary>
public sealed class WorkerOptions
{
    private readonly Dictionary<string, QueueOptions> _queues = new(StringComparer.Ordinal);

    /// <summary>
    /// The worker's name in logs, metrics and snapshots; each start adds something of its own to it. Default: the machine's name.
    /// </summary>
    public string Name { get; set; } = Environment.MachineName;

    /// <summary>How long a worker that has gone silent keeps what it holds. Renewed at a third of it. Default: 15 s.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long running tasks may go on once the worker is told to stop; then their tokens are canceled and they go back to their queue.
    /// Default: 30 s.
    /// </summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// After how many crashes of its worker, blamed on the task itself, a task is a poison message and goes to the dead letters. Default:
    /// 3.
    /// </summary>
    public int MaxCrashes { get; set; } = 3;

    /// <summary>How long a task of an unknown name waits for a newer worker before it goes to the dead letters. Default: 5 min.</summary>
    public TimeSpan UnknownTaskGrace { get; set; } = TimeSpan.FromMinutes(5);

    internal IReadOnlyDictionary<string, QueueOptions> Queues => _queues;

    /// <summary>Serves a queue.</summary>
    /// <param name="name">The queue.</param>
    /// <param name="configure">How to serve it.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The name is not valid or was given twice.</exception>
    public WorkerOptions Queue(string name, Action<QueueOptions>? configure = null)
    {
        WireNames.Check(name, "queue", nameof(name));
        var options = new QueueOptions();
        configure?.Invoke(options);
        return _queues.TryAdd(name, options) ? this : throw new ArgumentException($"Queue '{name}' was named twice.", nameof(name));
    }

    internal void Validate()
    {
        var errors = new OptionErrors("WorkerOptions");
        errors.Require(_queues.Count > 0, "no queue is named; call Queue(\"default\")");
        errors.Require(
            WireNames.IsValid(Name),
            $"Name '{WireNames.Show(Name)}' must be 1 to {WireNames.MaxLength} characters out of A-Z, a-z, 0-9, '.', '_' and '-'");
        errors.InRange(nameof(LeaseDuration), LeaseDuration, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
        errors.InRange(nameof(ShutdownTimeout), ShutdownTimeout, TimeSpan.Zero, TimeSpan.FromDays(1));
        errors.InRange(nameof(MaxCrashes), MaxCrashes, 1, 100);
        errors.InRange(nameof(UnknownTaskGrace), UnknownTaskGrace, TimeSpan.Zero, TimeSpan.FromDays(7));
        foreach (var (name, queue) in _queues)
        {
            errors.InRange($"Concurrency of queue '{name}'", queue.Concurrency, 1, 10_000);
        }

        errors.ThrowIfAny();
    }
}

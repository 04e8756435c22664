using TaskGen.Options;
using TaskGen.Primitives;

namespace TaskGen;

/// <summary>Provides options for a worker: the queues that it serves, and how it leases and returns tasks.</summary>
/// <example>
/// <code>
/// builder.Services.AddTaskGen()
///     .UseInMemory()
///     .AddGeneratedTasks()
///     .AddWorker(worker =&gt;
///     {
///         worker.ShutdownTimeout = TimeSpan.FromSeconds(20);
///         worker.Queue("default");
///         worker.Queue("images", queue =&gt; queue.Concurrency = 2);
///     });
/// </code>
/// </example>
public sealed class WorkerOptions
{
    private readonly Dictionary<string, QueueOptions> _queues = new(StringComparer.Ordinal);

    /// <summary>
    /// Gets or sets the name of the worker in logs, metrics, and snapshots: 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c> and
    /// <c>-</c>. Each time the worker starts, it appends a unique id to the name. The default is the machine name.
    /// </summary>
    public string Name { get; set; } = Environment.MachineName;

    /// <summary>
    /// Gets or sets the duration of a lease (the worker's right to run a task), from 100 milliseconds to 1 hour. The default is 15 seconds.
    /// </summary>
    /// <remarks>
    /// The worker renews its leases each time one third of the duration has elapsed. If it stops renewing them, the leases expire, and its
    /// tasks are returned to their queues. With the in-memory broker, leases do not expire.
    /// </remarks>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Gets or sets how long running tasks can continue after the worker is stopped, from 0 to 1 day. The default is 30 seconds.
    /// </summary>
    /// <remarks>
    /// After this time, the cancellation tokens of the tasks are canceled, and the tasks are returned to their queues. Zero cancels them
    /// immediately. A shorter <c>HostOptions.ShutdownTimeout</c> of the host ends the wait earlier.
    /// </remarks>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the number of worker crashes, counted against one task, after which the task is a poison task and becomes a dead
    /// letter, from 1 to 100. The default is 3.
    /// </summary>
    public int MaxCrashes { get; set; } = 3;

    /// <summary>
    /// Gets or sets how long a task whose wire name is unknown to the worker is postponed, so that a newer worker can run it, before it
    /// becomes a dead letter, from 0 to 7 days. Zero makes it a dead letter immediately. The default is 5 minutes.
    /// </summary>
    public TimeSpan UnknownTaskGrace { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets or sets a value that indicates whether the worker starts while the broker is not available. The default is
    /// <see langword="true"/>: the host starts, and the worker serves its queues as soon as the broker is available. Until then, it is not
    /// ready (<see cref="ITaskWorkerStatus.IsReady"/>), and a warning that names the broker is logged.
    /// </summary>
    /// <remarks>
    /// If <see langword="false"/>, the start of the host fails with a <see cref="TaskBrokerException"/>. A configuration that the broker
    /// does not accept, such as a wrong password, always causes the start to fail if the broker is available.
    /// </remarks>
    public bool WaitForBroker { get; set; } = true;

    internal IReadOnlyDictionary<string, QueueOptions> Queues => _queues;

    /// <summary>Adds a queue whose tasks the worker runs.</summary>
    /// <param name="name">The name of the queue: 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c>, and <c>-</c>.</param>
    /// <param name="configure">A delegate that changes the options of the queue; <see langword="null"/> keeps the defaults.</param>
    /// <returns>The same instance, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException">The name is not valid, or the queue has already been added.</exception>
    public WorkerOptions Queue(string name, Action<QueueOptions>? configure = null)
    {
        WireNames.Check(name, "queue", nameof(name));
        var options = new QueueOptions();
        configure?.Invoke(options);
        return _queues.TryAdd(name, options) ? this : throw new ArgumentException($"Queue '{name}' was added twice.", nameof(name));
    }

    internal void Validate()
    {
        var errors = new OptionErrors("WorkerOptions");
        errors.Require(_queues.Count > 0, "no queue is specified (call Queue(\"default\"))");
        errors.Require(
            WireNames.IsValid(Name),
            $"Name '{WireNames.Show(Name)}' must have 1 to {WireNames.MaxLength} characters from A-Z, a-z, 0-9, '.', '_', and '-'");
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

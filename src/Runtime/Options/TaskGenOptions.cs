using TaskGen.Options;
using TaskGen.Primitives;

namespace TaskGen;

/// <summary>Provides options that clients and workers share.</summary>
/// <remarks>
/// Use the same values in all processes that dispatch to or serve a queue. For example, if a worker has a lower
/// <see cref="MaxPayloadBytes"/> than a client, tasks with larger payloads become dead letters.
/// </remarks>
public sealed class TaskGenOptions
{
    /// <summary>
    /// Gets or sets the namespace, which separates applications that share a broker: 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>,
    /// <c>_</c>, and <c>-</c>. On Redis, every key and channel starts with <c>tg:{namespace:queue}:</c>. The default is <c>taskgen</c>.
    /// </summary>
    public string Namespace
    {
        get;
        set => (field, HasNamespace) = (value, true);
    } = "taskgen";

    /// <summary>Gets the options for the JSON serialization of payloads and results.</summary>
    public TaskJsonOptions Json { get; } = new();

    /// <summary>
    /// Gets or sets the maximum size of a payload (the serialized arguments of one task), in bytes, from 2 to 67,108,864. The default is
    /// 262,144. A dispatch with a larger payload throws <see cref="TaskPayloadTooLargeException"/>.
    /// </summary>
    public int MaxPayloadBytes { get; set; } = 256 * 1024;

    /// <summary>
    /// Gets or sets the maximum size of a serialized result, in bytes, from 2 to 67,108,864. The default is 262,144. A task with a larger
    /// result fails without a retry and becomes a dead letter.
    /// </summary>
    public int MaxResultBytes { get; set; } = 256 * 1024;

    /// <summary>
    /// Gets or sets the maximum size of the input that a task of a canvas receives from the preceding tasks, in bytes, from 2 to
    /// 1,073,741,824. An example is the list of all results of a group. The default is 16,777,216. A task with a larger input becomes a
    /// dead letter.
    /// </summary>
    public int MaxInputBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Gets or sets the maximum total size of the headers of one task, in bytes, from 0 to 65,535. The default is 16,384. A dispatch with
    /// larger headers throws <see cref="TaskPayloadTooLargeException"/>.
    /// </summary>
    public int MaxHeaderBytes { get; set; } = 16 * 1024;

    /// <summary>
    /// Gets or sets the maximum size of one serialized progress report, in bytes, from 64 to 1,048,576. The default is 4,096. A larger
    /// report is dropped, and the worker logs a warning.
    /// </summary>
    public int MaxProgressBytes { get; set; } = 4 * 1024;

    /// <summary>Gets or sets the maximum number of members in one group of a canvas, from 1 to 100,000. The default is 10,000.</summary>
    public int MaxGroupSize { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets the maximum number of links (tasks and groups) in one chain of a canvas, from 1 to 100,000. A group counts as one link.
    /// The default is 1,000.
    /// </summary>
    public int MaxChainLength { get; set; } = 1_000;

    /// <summary>
    /// Gets or sets the maximum number of tasks in one canvas, from 1 to 1,000,000. Groups and error handlers are also counted. The default
    /// is 100,000.
    /// </summary>
    public int MaxCanvasTasks { get; set; } = 100_000;

    /// <summary>Gets or sets how long dead letters are kept, from 1 minute to 3,650 days. The default is 30 days.</summary>
    public TimeSpan DeadLetterRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Gets or sets the maximum number of dead letters per queue, from 0 to 100,000,000. If there are more, the oldest ones are deleted. If
    /// the value is 0, no dead letters are kept. The default is 100,000.
    /// </summary>
    public int MaxDeadLetters { get; set; } = 100_000;

    /// <summary>Gets a value that indicates whether the application has set <see cref="Namespace"/>.</summary>
    internal bool HasNamespace { get; private set; }

    internal void Validate()
    {
        var errors = new OptionErrors("TaskGenOptions");
        errors.Require(
            WireNames.IsValid(Namespace),
            $"Namespace '{WireNames.Show(Namespace)}' must have 1 to {WireNames.MaxLength} characters from A-Z, a-z, 0-9, '.', "
            + "'_', and '-'");
        errors.InRange(nameof(MaxPayloadBytes), MaxPayloadBytes, 2, 64 * 1024 * 1024);
        errors.InRange(nameof(MaxResultBytes), MaxResultBytes, 2, 64 * 1024 * 1024);
        errors.InRange(nameof(MaxInputBytes), MaxInputBytes, 2, 1024 * 1024 * 1024);
        errors.InRange(nameof(MaxHeaderBytes), MaxHeaderBytes, 0, ushort.MaxValue);
        errors.InRange(nameof(MaxProgressBytes), MaxProgressBytes, 64, 1024 * 1024);
        errors.InRange(nameof(MaxGroupSize), MaxGroupSize, 1, 100_000);
        errors.InRange(nameof(MaxChainLength), MaxChainLength, 1, 100_000);
        errors.InRange(nameof(MaxCanvasTasks), MaxCanvasTasks, 1, 1_000_000);
        errors.InRange(nameof(DeadLetterRetention), DeadLetterRetention, TimeSpan.FromMinutes(1), TimeSpan.FromDays(3650));
        errors.InRange(nameof(MaxDeadLetters), MaxDeadLetters, 0, 100_000_000);
        errors.ThrowIfAny();
    }
}

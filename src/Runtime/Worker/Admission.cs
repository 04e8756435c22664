using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Definitions;
using TaskGen.Primitives;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Determines whether a leased task can be executed. A task is settled here if its envelope is malformed, its payload is too large, it has
/// expired, or no task with its name is registered. Invalid envelope contents never cause an exception.
/// </summary>
internal sealed class Admission(WorkerServices services, string queue)
{
    private const int GraceSteps = 10;

    /// <summary>Checks whether a leased task can be executed.</summary>
    /// <returns>
    /// The settlement of a task that cannot be executed; <see langword="null"/> if the task can be executed, in which case
    /// <paramref name="entry"/> and <paramref name="envelope"/> are set.
    /// </returns>
    public Settlement? Judge(HeldTask task, out TaskEntry? entry, out TaskEnvelope envelope)
    {
        entry = null;
        if (!EnvelopeCodec.TryDecode(task.Envelope, out envelope, out var problem))
        {
            return DeadLetter(task, DeadLetterReasons.Malformed, problem);
        }

        // The arguments of a canvas task can include the complete result of the previous task, which has a separate size limit.
        var most = envelope.Headers.ContainsKey(CanvasInput.Header) ? services.Options.MaxInputBytes : services.Options.MaxPayloadBytes;
        if (envelope.Arguments.Length > most)
        {
            return DeadLetter(
                task,
                DeadLetterReasons.Oversize,
                $"the payload of task '{envelope.Name}' is {envelope.Arguments.Length} bytes; the limit is {most} bytes");
        }

        if (envelope.Header.ExpiresAtMs > 0 && envelope.Header.ExpiresAtMs <= task.LeasedAt.ToUnixTimeMilliseconds())
        {
            return new Settlement(task.Key, SettlementKind.Expired, new SettlementDetails { Attempt = envelope.Header.Attempts });
        }

        return services.Table.TryFind(envelope.Name, out entry) ? null : Unknown(task, envelope);
    }

    // The name might be registered with a newer worker. Within the grace period, the task is postponed repeatedly; after that, it becomes a
    // dead letter.
    private Settlement Unknown(HeldTask task, in TaskEnvelope envelope)
    {
        var grace = services.Worker.UnknownTaskGrace;
        if (grace == TimeSpan.Zero || envelope.Header.Deferrals >= GraceSteps)
        {
            return DeadLetter(
                task,
                DeadLetterReasons.UnknownTask,
                $"no task named '{envelope.Name}' is registered in this worker. It was renamed or removed, "
                + $"it is registered only in workers that do not serve queue '{queue}', "
                + $"or another application uses namespace '{services.Options.Namespace}'");
        }

        LogMessages.UnknownTask(
            services.Logger,
            envelope.Name,
            new TaskId(task.Key.Id, queue),
            Durations.Show(grace / GraceSteps),
            envelope.Header.Deferrals + 1,
            GraceSteps,
            services.Options.Namespace);
        return new Settlement(
            task.Key,
            SettlementKind.Defer,
            new SettlementDetails
            {
                Attempt = envelope.Header.Attempts,
                Delay = grace / GraceSteps,
                Reason = DeadLetterReasons.UnknownTask,
            });
    }

    private Settlement DeadLetter(HeldTask task, string reason, string problem)
    {
        LogMessages.Malformed(services.Logger, queue, problem);
        return new Settlement(
            task.Key,
            SettlementKind.Failed,
            new SettlementDetails
            {
                Reason = reason,
                Failure = FailureCodec.Write(reason, $"The task could not be run: {problem}.", null),
            });
    }
}

using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Definitions;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Decides whether a leased task can be executed. Malformed envelopes, payloads that are too large, expired tasks and unknown names are
/// settled here. No content of an envelope causes an exception.
/// </summary>
internal sealed class Admission(WorkerServices services, string queue)
{
    private const int GraceSteps = 10;

    /// <summary>Checks a leased task.</summary>
    /// <returns>
    /// The settlement of a task that cannot be executed. <see langword="null"/> if the task can be executed; then <paramref name="entry"/>
    /// and <paramref name="envelope"/> are set.
    /// </returns>
    public Settlement? Judge(HeldTask task, out TaskEntry? entry, out TaskEnvelope envelope)
    {
        entry = null;
        if (!EnvelopeCodec.TryDecode(task.Envelope, out envelope, out var problem))
        {
            return DeadLetter(task, DeadLetterReasons.Malformed, problem);
        }

        // The arguments of a canvas task may include the complete result of the previous task, which has a separate limit.
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

    // A newer worker may know the name. Within the grace period the task is postponed in steps; after that it becomes a dead letter.
    private Settlement Unknown(HeldTask task, in TaskEnvelope envelope)
    {
        var grace = services.Worker.UnknownTaskGrace;
        if (grace == TimeSpan.Zero || envelope.Header.Deferrals >= GraceSteps)
        {
            return DeadLetter(
                task,
                DeadLetterReasons.UnknownTask,
                $"no task named '{envelope.Name}' is registered in this worker. It was renamed or removed, "
                + $"or it is registered only in workers that do not serve queue '{queue}'");
        }

        LogMessages.UnknownTask(services.Logger, envelope.Name, new TaskId(task.Key.Id, queue));
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

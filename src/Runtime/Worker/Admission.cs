using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Definitions;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>
/// Decides whether a leased task can be run at all. Bytes that are no envelope, unknown names and what has expired are settled here;
/// nothing in them can throw.
/// </summary>
internal sealed class Admission(WorkerServices services, string queue)
{
    private const int GraceSteps = 10;

    /// <returns>Null where the task shall run; then <paramref name="entry"/> and <paramref name="envelope"/> are set.</returns>
    public Settlement? Judge(HeldTask task, out TaskEntry? entry, out TaskEnvelope envelope)
    {
        entry = null;
        if (!EnvelopeCodec.TryDecode(task.Envelope, out envelope, out var problem))
        {
            return DeadLetter(task, DeadLetterReasons.Malformed, problem);
        }

        // What went before in a canvas may have put its whole result among the arguments.
        var most = envelope.Headers.ContainsKey(CanvasInput.Header) ? services.Options.MaxInputBytes : services.Options.MaxPayloadBytes;
        if (envelope.Arguments.Length > most)
        {
            return DeadLetter(
                task,
                DeadLetterReasons.Oversize,
                $"the arguments of task '{envelope.Name}' have {envelope.Arguments.Length} bytes, the limit is {most}");
        }

        if (envelope.Header.ExpiresAtMs > 0 && envelope.Header.ExpiresAtMs <= task.LeasedAt.ToUnixTimeMilliseconds())
        {
            return new Settlement(task.Key, SettlementKind.Expired, new SettlementDetails { Attempt = envelope.Header.Attempts });
        }

        return services.Table.TryFind(envelope.Name, out entry) ? null : Unknown(task, envelope);
    }

    // A newer worker may know the name: within the grace the task is put off in steps, then it is a dead letter.
    private Settlement Unknown(HeldTask task, in TaskEnvelope envelope)
    {
        var grace = services.Worker.UnknownTaskGrace;
        if (grace == TimeSpan.Zero || envelope.Header.Deferrals >= GraceSteps)
        {
            return DeadLetter(
                task,
                DeadLetterReasons.UnknownTask,
                $"no task is named '{envelope.Name}' here. It was renamed or removed, "
                + $"or the worker that knows it serves another queue than '{queue}'");
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

using System.Buffers.Binary;
using StackExchange.Redis;
using TaskGen.Serialization;

namespace TaskGen.Brokers.Redis;

/// <summary>Converts the arguments of broker operations to the arguments of scripts.</summary>
internal static class ScriptArguments
{
    /// <summary>The length of a lease key (fencing number and task id), in bytes.</summary>
    public const int KeyLength = 20;

    private static readonly RedisValue Plain = "p";
    private static readonly RedisValue Extended = "x";
    private static readonly RedisValue Yes = "1";
    private static readonly RedisValue None = RedisValue.EmptyString;

    public static void Add(List<RedisValue> arguments, EnqueueBatch batch)
    {
        arguments.Add(batch.Number);
        arguments.Add(batch.Tasks.Count);
        foreach (var task in batch.Tasks)
        {
            if (IsPlain(task))
            {
                arguments.Add(Plain);
                arguments.Add(Envelope(task));
                continue;
            }

            arguments.Add(Extended);
            arguments.Add(Envelope(task));
            arguments.Add(task.AtFront ? Yes : None);
            arguments.Add(task.HasRecord ? Yes : None);
            arguments.Add(task.Name);
            arguments.Add(task.MaxAttempts);
            arguments.Add(ScriptTime.Ttl(task.RecordTtl));
            arguments.Add(ScriptTime.Ttl(task.KeyTtl));
            arguments.Add(task.Delay is { } delay ? ScriptTime.Wait(delay) : None);
            arguments.Add(task.NotBefore is { } time ? ScriptTime.NotBefore(time) : None);
            arguments.Add(task.ExpiresAfter is { } span ? ScriptTime.Wait(span) : None);
            arguments.Add(task.ExpiresAt is { } end ? BrokerTime.ToDeadline(end) : None);
            arguments.Add(task.IdempotencyKey ?? None);
            arguments.Add(task.Follow is { } pointer ? pointer.ToBytes() : None);
        }
    }

    public static RedisValue[] Lease(LeaseRequest request, int maxLetters)
    {
        var finished = request.Finished;
        var plain = finished.Count(IsPlain);
        var arguments = new RedisValue[10 + plain + (9 * (finished.Count - plain)) + (2 * request.Started.Count)];
        var keys = new byte[KeyLength * (finished.Count + request.Started.Count)];
        var at = 0;
        arguments[at++] = request.Worker.ToString();
        arguments[at++] = request.Number;
        arguments[at++] = request.MaxTasks;
        arguments[at++] = request.MaxBytes;
        arguments[at++] = maxLetters;
        arguments[at++] = request.ChildRun;
        arguments[at++] = request.MaxChildRun;
        arguments[at++] = plain;
        arguments[at++] = finished.Count - plain;
        arguments[at++] = request.Started.Count;
        var next = 0;
        foreach (var settlement in finished)
        {
            if (IsPlain(settlement))
            {
                arguments[at++] = Key(settlement.Key, keys, ref next);
            }
        }

        foreach (var settlement in finished)
        {
            if (!IsPlain(settlement))
            {
                arguments[at++] = Key(settlement.Key, keys, ref next);
                Add(arguments, ref at, settlement);
            }
        }

        foreach (var mark in request.Started)
        {
            arguments[at++] = Key(mark.Key, keys, ref next);
            arguments[at++] = mark.Attempt;
        }

        return arguments;
    }

    /// <summary>
    /// Converts the results of settlements from the order that the script uses, in which plain settlements come first, to the order of the
    /// request.
    /// </summary>
    public static bool[] InOrderOfRequest(IReadOnlyList<Settlement> finished, IReadOnlyList<bool> answers)
    {
        var ordered = new bool[finished.Count];
        var (plain, other) = (0, finished.Count(IsPlain));
        for (var index = 0; index < ordered.Length; index++)
        {
            ordered[index] = answers[IsPlain(finished[index]) ? plain++ : other++];
        }

        return ordered;
    }

    public static RedisValue Key(LeaseKey key)
    {
        var next = 0;
        return Key(key, new byte[KeyLength], ref next);
    }

    /// <summary>Returns a string as scripts store it, with a leading '=', so that an empty string differs from a missing one.</summary>
    public static RedisValue Text(string? text) => text is null ? None : "=" + text;

    // The UUID version of the id indicates that the task has no record. If such a task succeeds, the settlement only ends the lease.
    private static bool IsPlain(Settlement settlement) =>
        settlement is { Kind: SettlementKind.Succeeded, Details: null } && TaskIds.KeepsNoRecord(settlement.Key.Id);

    private static bool IsPlain(NewTask task) =>
        task is { HasRecord: false, AtFront: false, Delay: null, NotBefore: null, ExpiresAfter: null, ExpiresAt: null };

    private static void Add(RedisValue[] arguments, ref int at, Settlement settlement)
    {
        var details = settlement.Details;
        arguments[at++] = (int)settlement.Kind;
        arguments[at++] = details?.Attempt ?? 0;
        arguments[at++] = details?.StartedAt is { } started ? Math.Max(0, started.ToUnixTimeMilliseconds()) : None;
        arguments[at++] = details is null ? 0 : ScriptTime.Wait(details.Delay);
        arguments[at++] = details?.Result ?? default(ReadOnlyMemory<byte>);
        arguments[at++] = details?.Failure ?? default(ReadOnlyMemory<byte>);
        arguments[at++] = details?.Progress ?? default(ReadOnlyMemory<byte>);
        arguments[at++] = Text(details?.Reason);
    }

    private static RedisValue Key(LeaseKey key, byte[] buffer, ref int next)
    {
        var bytes = buffer.AsMemory(next, KeyLength);
        next += KeyLength;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.Span, key.Fence);
        key.Id.TryWriteBytes(bytes.Span[sizeof(uint)..], bigEndian: true, out _);
        return (ReadOnlyMemory<byte>)bytes;
    }

    // Scripts read the priority from the envelope header. If the header contains a different priority than the task, it is corrected here.
    private static RedisValue Envelope(NewTask task)
    {
        EnvelopeHeader.TryRead(task.Envelope.Span, out var header);
        var priority = task.Priority is TaskPriority.Low or TaskPriority.High ? task.Priority : TaskPriority.Normal;
        if (header.Priority == priority)
        {
            return task.Envelope;
        }

        var envelope = task.Envelope.ToArray();
        (header with { Priority = priority }).Write(envelope);
        return envelope;
    }
}

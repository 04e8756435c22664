using System.Text;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace Broker.Conformance;

/// <summary>Tasks as a client would send them.</summary>
internal static class Samples
{
    public static NewTask Plain(Guid? id = null, TaskPriority priority = TaskPriority.Normal, int bodyLength = 10)
    {
        var taskId = id ?? TaskIds.New(TimeProvider.System, hasRecord: false);
        return new NewTask
        {
            Id = taskId,
            Name = "sample",
            Envelope = Envelope(
                new EnvelopeHeader { Id = taskId, Version = EnvelopeHeader.CurrentVersion, Priority = priority, MaxAttempts = 3 },
                bodyLength),
            Priority = priority,
            MaxAttempts = 3,
            HasRecord = false,
        };
    }

    public static NewTask Recorded(Guid? id = null, TaskPriority priority = TaskPriority.Normal) =>
        WithRecord(Plain(id ?? TaskIds.New(TimeProvider.System, hasRecord: true), priority));

    /// <summary>The same task with a record, as its envelope then says.</summary>
    public static NewTask WithRecord(NewTask task)
    {
        var envelope = task.Envelope.ToArray();
        (Header(envelope) with { Flags = EnvelopeFlags.HasRecord | EnvelopeFlags.KeepsResult }).Write(envelope);
        return task with { HasRecord = true, Envelope = envelope };
    }

    public static NewTask Keyed(string key) => Recorded() with { IdempotencyKey = key };

    public static byte[] Envelope(EnvelopeHeader header, int bodyLength = 10)
    {
        var envelope = new byte[EnvelopeHeader.Size + bodyLength];
        header.Write(envelope);
        envelope.AsSpan(EnvelopeHeader.Size).Fill(0x7B);
        return envelope;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    public static EnvelopeHeader Header(ReadOnlyMemory<byte> envelope)
    {
        Assert.True(EnvelopeHeader.TryRead(envelope.Span, out var header));
        return header;
    }
}

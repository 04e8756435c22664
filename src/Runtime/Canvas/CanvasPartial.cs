using System.Buffers;
using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Definitions;

namespace TaskGen.Canvases;

/// <summary>Represents a canvas task for which all arguments except the first are specified.</summary>
/// <param name="First">The parameter whose argument is provided when the task starts.</param>
/// <param name="Payload">The arguments. The value of the first one is ignored and not written.</param>
/// <param name="Write">The function that writes the other arguments.</param>
/// <param name="WriteOwnKey">
/// The function that writes the names of those of the other arguments that differ from their defaults; <see langword="null"/> if the
/// idempotency key is computed from all arguments.
/// </param>
/// <param name="Options">The options that override those declared with <c>[Task]</c>.</param>
internal sealed record CanvasPartial<TTask, TArgs, TResult, THandle>(
    IPayloadParameter First, TArgs Payload, PayloadWriter<TArgs> Write, PayloadWriter<TArgs>? WriteOwnKey, EnqueueOptions Options)
    : CanvasStep(Options)
    where TTask : ITaskDefinition<TArgs, TResult, THandle>
    where THandle : TaskHandle
{
    public override string Name => TTask.Name;

    public override IReadOnlyList<string> Aliases => TTask.Aliases;

    public override TaskDefaults Defaults => TTask.Defaults;

    public override object Args => Payload!;

    public override IPayloadParameter? Input => First;

    public override Task<TaskHandle> DispatchAsync(ITypedDispatcher dispatcher, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(
            $"The first argument of task '{Name}' is missing, so the task cannot be dispatched alone. Pass the "
            + "continuation to Then or OnError of a signature, whose result or failure becomes the argument.");

    public override TaskEntry CreateEntry() => new TaskEntry<TTask, TArgs, TResult, THandle>();

    protected override void WriteArguments(IBufferWriter<byte> buffer, JsonSerializerOptions json) =>
        PayloadCodec.WriteArgs(TTask.Name, buffer, Payload, Write, json, TTask.Sensitivity is not null);

    protected override ReadOnlyMemory<byte> WriteKey(ReadOnlyMemory<byte> arguments, JsonSerializerOptions json)
    {
        if (WriteOwnKey is null)
        {
            return arguments;
        }

        var names = new ArrayBufferWriter<byte>();
        PayloadCodec.WriteArgs(TTask.Name, names, Payload, WriteOwnKey, json, TTask.Sensitivity is not null);
        return PayloadCodec.Select(arguments, PayloadCodec.ReadNames(names.WrittenSpan));
    }
}

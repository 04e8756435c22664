using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TaskGen.CompilerServices;

namespace TaskGen.Tests;

/// <summary>A task of several parameters, as the generator emits one. Its script is given the arguments as one line.</summary>
internal readonly struct NamedTask : ITaskDefinition<NamedArgs, string, TaskHandle<string>>
{
    public const string WireName = "reports.generate";

    private static readonly PayloadParameter<string> Type = new("type", PayloadValue.String);
    private static readonly PayloadParameter<int> Pages = new("pages", PayloadValue.Int32, 7);
    private static readonly PayloadParameter<DayOfWeek?> Day = new(
        "day", PayloadValue.Nullable(PayloadValue.Enum<DayOfWeek, int>(PayloadValue.Int32)), null);
    private static readonly PayloadParameter<Branch?> Branch = new("branch", PayloadValue.OrNull(PayloadValue.Json<Branch>()), null);

    static string ITaskDefinition<NamedArgs, string>.Name => WireName;

    static TaskDefaults ITaskDefinition<NamedArgs, string>.Defaults { get; } = new() { Queue = "reports" };

    static TaskSensitivity? ITaskDefinition<NamedArgs, string>.Sensitivity { get; } = new([new SensitivePart("type")]);

    static void ITaskDefinition<NamedArgs, string>.WriteArgs(Utf8JsonWriter writer, in NamedArgs args, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        Type.Write(writer, args.Type, options);
        Pages.Write(writer, args.Pages, options);
        Day.Write(writer, args.Day, options);
        Branch.Write(writer, args.Branch, options);
        writer.WriteEndObject();
    }

    static NamedArgs ITaskDefinition<NamedArgs, string>.ReadArgs(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var type = default(PayloadArgument<string>);
        var pages = default(PayloadArgument<int>);
        var day = default(PayloadArgument<DayOfWeek?>);
        var branch = default(PayloadArgument<Branch?>);
        var errors = default(PayloadErrors);
        Payload.ReadStart(ref reader);
        while (Payload.MoveNext(ref reader))
        {
            _ = Type.TryRead(ref reader, ref type, options, ref errors)
                || Pages.TryRead(ref reader, ref pages, options, ref errors)
                || Day.TryRead(ref reader, ref day, options, ref errors)
                || Branch.TryRead(ref reader, ref branch, options, ref errors)
                || Payload.Skip(ref reader);
        }

        Type.Complete(ref type, ref errors);
        Pages.Complete(ref pages, ref errors);
        Day.Complete(ref day, ref errors);
        Branch.Complete(ref branch, ref errors);
        errors.ThrowIfAny();
        return new NamedArgs(type.Value, pages.Value, day.Value, branch.Value);
    }

    static IReadOnlyList<TaskParameterDescriptor> ITaskDefinition<NamedArgs, string>.DescribeParameters(JsonSerializerOptions options) =>
        [Type.Describe(options), Pages.Describe(options), Day.Describe(options), Branch.Describe(options)];

    static void ITaskDefinition<NamedArgs, string>.WriteResult(Utf8JsonWriter writer, string result, JsonSerializerOptions options) =>
        writer.WriteStringValue(result);

    static string ITaskDefinition<NamedArgs, string>.ReadResult(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Read(ref reader, options);

    static async ValueTask<string> ITaskDefinition<NamedArgs, string>.InvokeAsync(
        NamedArgs args, TaskContext context, CancellationToken cancellationToken) =>
        await context.Services.GetRequiredService<Script>()
            .RunAsync(WireName, $"{args.Type} {args.Pages} {args.Day} {args.Branch?.Name}", context);

    static TaskHandle<string> ITaskDefinition<NamedArgs, string, TaskHandle<string>>.CreateHandle(
        ITaskHandleSource source, TaskId id, bool wasDeduplicated) =>
        new(source, id, wasDeduplicated, Read);

    private static string Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        return reader.GetString()!;
    }
}

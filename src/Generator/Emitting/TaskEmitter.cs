using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Emits the client members for one task: the property, and the task type with its dispatch methods. Other emitters write the code that
/// serializes the payload and the code that calls the task method.
/// </summary>
internal static class TaskEmitter
{
    /// <summary>Writes the members of the client for a task.</summary>
    public static void Write(CodeWriter writer, TaskModel task)
    {
        var names = new TaskNames(task);
        var access = task.IsPublic ? "public" : "internal";
        TaskDocs.WriteProperty(writer, task);
        WriteMarkers(writer, task);
        var hides = Identifiers.HidesObjectMember(task.Name) ? "new " : "";
        var property = $"{access} {hides}{names.Task} {Identifiers.Escape(task.Name)}";
        writer.Line($"{property} => new {names.Task}(this.{TaskClassModel.ClientField}, null);");
        writer.Line();
        TaskDocs.WriteType(writer, task);
        writer.Line(GeneratedFile.GeneratedCode);
        if (task.IsIdempotent)
        {
            writer.Line(RuntimeNames.IdempotentMark);
        }

        if (task.IgnoresResult)
        {
            writer.Line(RuntimeNames.IgnoredResultMark);
        }

        if (task.UsesObsoleteErrors)
        {
            // If the use of an obsolete type or member is an error, it can be used only in code that is itself obsolete.
            writer.Line("[global::System.Obsolete]");
        }

        var header = $"{access} readonly struct {names.Task} : {names.Interface}";
        using (writer.Block(writer.IsShort(header) ? header : $"{access} readonly struct {names.Task}\n    : {names.Interface}"))
        {
            WriteDispatch(writer, task, names);
            SignatureEmitter.Write(writer, task, names);
            WriteDefinition(writer, task, names);
            InvokerEmitter.Write(writer, task, names);
            PayloadEmitter.WriteCodec(writer, task, names);
            WriteShouldRetry(writer, task.Retry);
            ArgsEmitter.Write(writer, task, names);
            PayloadEmitter.WriteParameters(writer, task, names);
        }
    }

    private static void WriteMarkers(CodeWriter writer, TaskModel task)
    {
        foreach (var marker in task.Markers)
        {
            writer.Line(marker);
        }
    }

    private static void WriteDispatch(CodeWriter writer, TaskModel task, TaskNames names)
    {
        writer.Line($"private readonly {RuntimeNames.Client} _client;");
        writer.Line($"private readonly {RuntimeNames.EnqueueOptions}? _options;");
        writer.Line();
        using (writer.Block($"internal {names.Task}({RuntimeNames.Client} client, {RuntimeNames.EnqueueOptions}? options)"))
        {
            writer.Line("this._client = client;");
            writer.Line("this._options = options;");
        }

        writer.Line();
        WriteDelay(writer, task, names);
        WriteDelayMany(writer, names);
        TaskDocs.WriteWith(writer);
        writer.Line($"public {names.Task} With({RuntimeNames.EnqueueOptions} options) => new {names.Task}(this._client, options);");
        writer.Line();
        WriteDelayed(writer, names, "In", "global::System.TimeSpan delay", "Countdown = delay, NotBefore = null");
        WriteDelayed(writer, names, "At", "global::System.DateTimeOffset time", "NotBefore = time, Countdown = null");
        writer.Line(RuntimeNames.Never);
        writer.Line($"internal static void Register({RuntimeNames.Builder} builder) =>");
        writer.Line($"    builder.AddTask<{names.TypeArguments}>();");
        writer.Line();
    }

    private static void WriteDelayed(CodeWriter writer, TaskNames names, string name, string parameter, string changes)
    {
        TaskDocs.WriteDelayed(writer, name);
        writer.Line($"public {names.Task} {name}({parameter}) =>");
        writer.Line($"    new {names.Task}(this._client, (this._options ?? new {RuntimeNames.EnqueueOptions}()) with {{ {changes} }});");
        writer.Line();
    }

    private static void WriteDelay(CodeWriter writer, TaskModel task, TaskNames names)
    {
        var hasParams = names.Payload.Count > 0 && names.Payload[names.Payload.Count - 1].IsParams;
        var parameters = new List<string>();
        var plain = new List<string>();
        var arguments = new List<string>();
        foreach (var parameter in names.Payload)
        {
            var name = Identifiers.Escape(parameter.Name);
            var suffix = parameter.Default is null ? "" : " = " + parameter.Default;
            parameters.Add(
                $"{SensitivityEmitter.Marker(parameter)}{(parameter.IsParams ? "params " : "")}{parameter.Type.Name} {name}{suffix}");
            plain.Add($"{SensitivityEmitter.Marker(parameter)}{parameter.Type.Name} {name}");
            arguments.Add(name);
        }

        var args = $"new Args({string.Join(", ", arguments)})";
        if (hasParams)
        {
            // A params parameter must be the last parameter, so a separate overload has the cancellation token.
            TaskDocs.WriteDelay(writer, task, names, token: null);
            WriteDelayMethod(writer, names, parameters, args, "default");
            plain.Add($"{RuntimeNames.Token} {names.Token}");
        }
        else
        {
            plain = parameters;
            plain.Add($"{RuntimeNames.Token} {names.Token} = default");
        }

        TaskDocs.WriteDelay(writer, task, names, names.Token);
        WriteDelayMethod(writer, names, plain, args, names.Token);
    }

    private static void WriteDelayMethod(CodeWriter writer, TaskNames names, List<string> parameters, string args, string token)
    {
        writer.List($"public {RuntimeNames.Task}<{names.Handle}> DelayAsync(", parameters, ") =>");
        using (writer.Indent())
        {
            writer.List($"this._client.EnqueueAsync<{names.TypeArguments}>(", [args, "this._options", token], ");");
        }

        writer.Line();
    }

    private static void WriteDelayMany(CodeWriter writer, TaskNames names)
    {
        var token = $"{RuntimeNames.Token} cancellationToken = default";
        TaskDocs.WriteDelayMany(writer);
        WriteDelayManyMethod(writer, names, "", [$"{RuntimeNames.Enumerable}<Args> args", token], "args");
        TaskDocs.WriteDelayManyItems(writer);
        WriteDelayManyMethod(
            writer,
            names,
            "<TItem>",
            [$"{RuntimeNames.Enumerable}<TItem> items", "global::System.Func<TItem, Args> map", token],
            "global::System.Linq.Enumerable.Select(items, map)");
    }

    private static void WriteDelayManyMethod(CodeWriter writer, TaskNames names, string typeParameters, string[] parameters, string args)
    {
        var handles = $"{RuntimeNames.Task}<{RuntimeNames.ReadOnlyList}<{names.Handle}>>";
        writer.List($"public {handles} DelayManyAsync{typeParameters}(", parameters, ") =>");
        using (writer.Indent())
        {
            writer.List($"this._client.EnqueueManyAsync<{names.TypeArguments}>(", [args, "this._options", "cancellationToken"], ");");
        }

        writer.Line();
    }

    private static void WriteDefinition(CodeWriter writer, TaskModel task, TaskNames names)
    {
        writer.Line($"static string {names.Definition}.Name => {Literals.Of(task.WireName)};");
        writer.Line();
        if (task.Aliases.Count > 0)
        {
            writer.Line($"static {RuntimeNames.StringList} {names.Definition}.Aliases => Parameters.Aliases;");
            writer.Line();
        }

        writer.Line($"static {RuntimeNames.Defaults} {names.Definition}.Defaults => Parameters.Defaults;");
        writer.Line();
        SensitivityEmitter.WriteMember(writer, task, names);
        var readers = task.Detail is not null
            ? ", Parameters.Result.ResultReader, Parameters.Detail.ResultReader"
            : task.Result is not null ? ", Parameters.Result.ResultReader" : "";
        writer.List(
            $"static {names.Handle} {names.HandleDefinition}.CreateHandle(",
            ["global::TaskGen.ITaskHandleSource source", "global::TaskGen.TaskId id", "bool wasDeduplicated"],
            ") =>");
        writer.Line($"    new {names.Handle}(source, id, wasDeduplicated{readers});");
        writer.Line();
    }

    private static void WriteShouldRetry(CodeWriter writer, RetryModel? retry)
    {
        if (retry is null)
        {
            return;
        }

        using (writer.Block("private static bool ShouldRetry(global::System.Exception exception) => exception switch", ";"))
        {
            foreach (var type in retry.GiveUpOn)
            {
                writer.Line($"{type} => false,");
            }

            foreach (var type in retry.RetryOn)
            {
                writer.Line($"{type} => true,");
            }

            if (!retry.IsExhaustive)
            {
                writer.Line($"_ => {(retry.Otherwise ? "true" : "false")},");
            }
        }

        writer.Line();
    }
}

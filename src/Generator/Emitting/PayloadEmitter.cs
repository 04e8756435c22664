using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Emits the code that serializes and deserializes arguments and results. The emitted code calls the runtime once per parameter, in order.
/// </summary>
internal static class PayloadEmitter
{
    /// <summary>Writes the task type members that read and write arguments and results.</summary>
    public static void WriteCodec(CodeWriter writer, TaskModel task, TaskNames names)
    {
        WriteWriter(writer, names, $"static void {names.Definition}.WriteArgs", "Write", returns: null);
        if (task.IsIdempotent && HasDefault(names))
        {
            WriteWriter(writer, names, $"static bool {names.Definition}.WriteKey", "WriteKey", returns: "return true;");
        }

        WriteReader(writer, names);
        WriteDescription(writer, names);
        writer.List(
            $"static void {names.Definition}.WriteResult(",
            [$"{RuntimeNames.Writer} writer", $"{names.Result} result", $"{RuntimeNames.JsonOptions} options"],
            ") =>");
        writer.Line("    Parameters.Result.WriteResult(writer, result, options);");
        writer.Line();
        writer.List(
            $"static {names.Result} {names.Definition}.ReadResult(",
            [$"ref {RuntimeNames.Reader} reader", $"{RuntimeNames.JsonOptions} options"],
            ") =>");
        writer.Line("    Parameters.Result.ReadResult(ref reader, options);");
        writer.Line();
    }

    /// <summary>Writes the class with the static fields that these members use.</summary>
    public static void WriteParameters(CodeWriter writer, TaskModel task, TaskNames names)
    {
        var values = new ValueExpressions();
        using (writer.Block("private static class Parameters"))
        {
            foreach (var parameter in names.Payload)
            {
                var type = $"{RuntimeNames.Parameter}<{parameter.Type.Name}>";
                var arguments = new List<string> { Literals.Of(parameter.Name), values.Of(parameter.Type) };
                if (parameter.Default is not null)
                {
                    arguments.Add(parameter.Default);
                }

                writer.List($"internal static readonly {type} {Field(parameter)} = new(", arguments, ");");
            }

            var result = task.Result is null ? RuntimeNames.Value + ".NoResult" : values.Of(task.Result);
            writer.Line($"internal static readonly {RuntimeNames.Value}<{names.Result}> Result = {result};");
            if (task.Detail is { } detail)
            {
                writer.Line($"internal static readonly {RuntimeNames.Value}<{detail.Name}> Detail = {values.Of(detail)};");
            }

            WriteAliases(writer, task);
            WriteDefaults(writer, task);
            SensitivityEmitter.WriteField(writer, task, names);
            values.WriteTuples(writer);
        }
    }

    private static void WriteAliases(CodeWriter writer, TaskModel task)
    {
        if (task.Aliases.Count > 0)
        {
            var literals = new List<string>();
            foreach (var alias in task.Aliases)
            {
                literals.Add(Literals.Of(alias));
            }

            writer.Line($"internal static readonly {RuntimeNames.StringList} Aliases = new string[] {{ {string.Join(", ", literals)} }};");
        }
    }

    private static void WriteDefaults(CodeWriter writer, TaskModel task)
    {
        if (task.Settings.Count == 0 && task.Retry is null)
        {
            writer.Line($"internal static readonly {RuntimeNames.Defaults} Defaults = new {RuntimeNames.Defaults}();");
            return;
        }

        using (writer.Block($"internal static readonly {RuntimeNames.Defaults} Defaults = new {RuntimeNames.Defaults}", ";"))
        {
            foreach (var setting in task.Settings)
            {
                writer.Line($"{setting.Name} = {setting.Value},");
            }

            if (task.Retry is { } retry)
            {
                writer.Line($"Retry = new {RuntimeNames.RetryPolicy}({retry.Retries}, {retry.BaseDelay}, {retry.MaxDelay}, ShouldRetry),");
            }
        }
    }

    private static void WriteWriter(CodeWriter writer, TaskNames names, string header, string method, string? returns)
    {
        using (writer.Block(header + "(", [$"{RuntimeNames.Writer} writer", "in Args args", $"{RuntimeNames.JsonOptions} options"], ")"))
        {
            writer.Line("writer.WriteStartObject();");
            foreach (var parameter in names.Payload)
            {
                writer.Line($"Parameters.{Field(parameter)}.{method}(writer, args.{Identifiers.Escape(parameter.PropertyName)}, options);");
            }

            writer.Line("writer.WriteEndObject();");
            if (returns is not null)
            {
                writer.Line(returns);
            }
        }

        writer.Line();
    }

    private static void WriteReader(CodeWriter writer, TaskNames names)
    {
        using (writer.Block(
            $"static Args {names.Definition}.ReadArgs(", [$"ref {RuntimeNames.Reader} reader", $"{RuntimeNames.JsonOptions} options"], ")"))
        {
            var arguments = new List<string>();
            for (var index = 0; index < names.Payload.Count; index++)
            {
                writer.Line($"var argument{index} = default({RuntimeNames.Argument}<{names.Payload[index].Type.Name}>);");
                arguments.Add($"argument{index}.Value");
            }

            writer.Line($"var errors = default({RuntimeNames.Errors});");
            writer.Line($"{RuntimeNames.Payload}.ReadStart(ref reader);");
            using (writer.Block($"while ({RuntimeNames.Payload}.MoveNext(ref reader))"))
            {
                for (var index = 0; index < names.Payload.Count; index++)
                {
                    writer.Line(
                        $"{(index == 0 ? "_ = " : "    || ")}Parameters.{Field(names.Payload[index])}.TryRead(ref reader, "
                        + $"ref argument{index}, options, ref errors)");
                }

                writer.Line($"{(names.Payload.Count == 0 ? "_ = " : "    || ")}{RuntimeNames.Payload}.Skip(ref reader);");
            }

            writer.Line();
            for (var index = 0; index < names.Payload.Count; index++)
            {
                writer.Line($"Parameters.{Field(names.Payload[index])}.Complete(ref argument{index}, ref errors);");
            }

            writer.Line("errors.ThrowIfAny();");
            writer.List("return new Args(", arguments, ");");
        }

        writer.Line();
    }

    private static void WriteDescription(CodeWriter writer, TaskNames names)
    {
        writer.List(
            $"static {RuntimeNames.ReadOnlyList}<{RuntimeNames.ParameterDescriptor}> {names.Definition}.DescribeParameters(",
            [$"{RuntimeNames.JsonOptions} options"],
            ") =>");
        using (writer.Indent())
        using (writer.Block($"new {RuntimeNames.ParameterDescriptor}[]", ";"))
        {
            foreach (var parameter in names.Payload)
            {
                writer.Line($"Parameters.{Field(parameter)}.Describe(options),");
            }
        }

        writer.Line();
    }

    /// <summary>Determines whether any payload parameter is optional.</summary>
    public static bool HasDefault(TaskNames names)
    {
        foreach (var parameter in names.Payload)
        {
            if (parameter.Default is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Returns the name of the static field for a parameter. The underscore avoids collisions with the other members of the class and with
    /// keywords.
    /// </summary>
    public static string Field(ParameterModel parameter) => "_" + parameter.Name;
}

using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Emits the methods with which callers add a task to a canvas: one method has a parameter for each argument, and the other has no
/// parameter for the first argument, which is the result of the preceding task.
/// </summary>
internal static class SignatureEmitter
{
    private const string ListPrefix = "global::System.Collections.Generic.List<";

    /// <summary>Writes these methods and the methods that serialize their arguments.</summary>
    public static void Write(CodeWriter writer, TaskModel task, TaskNames names)
    {
        WriteSignature(writer, names);
        if (names.Payload.Count == 0)
        {
            return;
        }

        var hasKey = task.IsIdempotent && PayloadEmitter.HasDefault(names);
        WritePartial(writer, names, hasKey);
        WriteRest(writer, names, "WriteRest", "Write");
        if (hasKey)
        {
            WriteRest(writer, names, "WriteRestKey", "WriteKey");
        }
    }

    private static void WriteSignature(CodeWriter writer, TaskNames names)
    {
        TaskDocs.WriteSignature(writer, names);
        writer.List($"public {RuntimeNames.Signature}<{names.Result}> Signature(", Parameters(names, first: 0), ") =>");
        using (writer.Indent())
        {
            var args = $"new Args({string.Join(", ", Arguments(names, first: 0))})";
            writer.List(
                $"{RuntimeNames.Signatures}.Of<{names.TypeArguments}>(", [args, "this._options", "this._client?.JsonOptions"], ");");
        }

        writer.Line();
    }

    private static void WritePartial(CodeWriter writer, TaskNames names, bool hasKey)
    {
        var first = names.Payload[0];
        var input = InputOf(first.Type);
        var arguments = Arguments(names, first: 1);

        // The value of the first argument is not used. The names in the expressions below are fully qualified, because a parameter of the
        // task can have the same name as the task type.
        arguments.Insert(0, "default!");
        TaskDocs.WritePartial(writer, names);
        writer.List($"public {RuntimeNames.Continuation}<{input}, {names.Result}> Partial(", Parameters(names, first: 1), ") =>");
        using (writer.Indent())
        {
            writer.List(
                $"{RuntimeNames.Signatures}.Partial<{names.TypeArguments}, {input}, {first.Type.Name}>(",
                [
                    $"{names.FullTask}.Parameters.{PayloadEmitter.Field(first)}",
                    $"new Args({string.Join(", ", arguments)})",
                    $"{names.FullTask}.WriteRest",
                    hasKey ? $"{names.FullTask}.WriteRestKey" : "null",
                    "this._options",
                    "this._client?.JsonOptions",
                ],
                ");");
        }

        writer.Line();
    }

    private static void WriteRest(CodeWriter writer, TaskNames names, string name, string method)
    {
        using (writer.Block($"private static void {name}({RuntimeNames.Writer} writer, in Args args, {RuntimeNames.JsonOptions} options)"))
        {
            writer.Line("writer.WriteStartObject();");
            for (var index = 1; index < names.Payload.Count; index++)
            {
                var parameter = names.Payload[index];
                writer.Line(
                    $"Parameters.{PayloadEmitter.Field(parameter)}.{method}(writer, args.{Identifiers.Escape(parameter.PropertyName)}, "
                    + $"options);");
            }

            writer.Line("writer.WriteEndObject();");
        }

        writer.Line();
    }

    /// <summary>
    /// Returns the type of the result that the first parameter can receive. The result of a group is a read-only list, which can be read as
    /// an array or a list.
    /// </summary>
    private static string InputOf(TypeRef type) => type switch
    {
        { Kind: PayloadKind.Array } => ListOf(type),
        { Kind: PayloadKind.Collection } when type.Name.StartsWith(ListPrefix, StringComparison.Ordinal) => ListOf(type),
        _ => type.Name,
    };

    private static string ListOf(TypeRef type) =>
        $"{RuntimeNames.ReadOnlyList}<{type.Elements[0].Name}>{(type.IsNullableReference ? "?" : "")}";

    private static List<string> Parameters(TaskNames names, int first)
    {
        var parameters = new List<string>();
        for (var index = first; index < names.Payload.Count; index++)
        {
            var parameter = names.Payload[index];
            parameters.Add(
                $"{SensitivityEmitter.Marker(parameter)}{(parameter.IsParams ? "params " : "")}{parameter.Type.Name} "
                + $"{Identifiers.Escape(parameter.Name)}{(parameter.Default is null ? "" : " = " + parameter.Default)}");
        }

        return parameters;
    }

    private static List<string> Arguments(TaskNames names, int first)
    {
        var arguments = new List<string>();
        for (var index = first; index < names.Payload.Count; index++)
        {
            arguments.Add(Identifiers.Escape(names.Payload[index].Name));
        }

        return arguments;
    }
}

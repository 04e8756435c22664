using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Emits <c>Args</c>, the record struct that holds the arguments of a task. It compares collections by their content. Its parameterless
/// constructor sets the declared default values. If a parameter has no default value, a call of this constructor is a compiler error.
/// </summary>
internal static class ArgsEmitter
{
    /// <summary>Writes the type.</summary>
    public static void Write(CodeWriter writer, TaskModel task, TaskNames names)
    {
        var parameters = new List<string>();
        var defaults = new List<string>();
        var isOptional = true;
        var hasContent = false;
        foreach (var parameter in names.Payload)
        {
            var suffix = parameter.Default is null ? "" : " = " + parameter.Default;
            parameters.Add(
                $"{SensitivityEmitter.RecordMarker(parameter)}{(parameter.IsParams ? "params " : "")}{parameter.Type.Name} "
                + $"{Identifiers.Escape(parameter.PropertyName)}{suffix}");
            isOptional &= parameter.Default is not null;
            defaults.Add(parameter.Default ?? "default!");
            hasContent |= parameter.Type.HasContent;
        }

        TaskDocs.WriteArgs(writer, task, names);
        writer.Line(GeneratedFile.GeneratedCode);
        using (writer.Block("public readonly record struct Args(", parameters, ")"))
        {
            if (names.Payload.Count > 0)
            {
                WriteParameterless(writer, isOptional, defaults);
            }

            if (hasContent)
            {
                WriteEquality(writer, names);
            }

            SensitivityEmitter.WritePrinting(writer, names);
        }

        writer.Line();
    }

    private static void WriteParameterless(CodeWriter writer, bool isOptional, List<string> defaults)
    {
        if (isOptional)
        {
            writer.Line("/// <summary>Initializes the arguments with the default values that the task declares.</summary>");
        }
        else
        {
            writer.Line(
                "/// <summary>Not supported, because the task has required parameters. "
                + "A call of this constructor does not compile.</summary>");
            writer.Line("[global::System.Obsolete(\"The task has required parameters. Pass their values to the constructor.\", true)]");
            writer.Line(RuntimeNames.Never);
        }

        using (writer.Block(
            $"public Args() : this({string.Join(", ", isOptional ? defaults : defaults.ConvertAll(static _ => "default!"))})"))
        {
        }
    }

    private static void WriteEquality(CodeWriter writer, TaskNames names)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        using (writer.Block("public bool Equals(Args other)"))
        {
            for (var index = 0; index < names.Payload.Count; index++)
            {
                var property = Identifiers.Escape(names.Payload[index].PropertyName);
                var start = index == 0 ? "return " : "    && ";
                var end = index == names.Payload.Count - 1 ? ";" : "";
                writer.Line(
                    $"{start}{RuntimeNames.Equality}.Equals<{names.Payload[index].Type.Name}>(this.{property}, other.{property}){end}");
            }
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        using (writer.Block("public override int GetHashCode()"))
        {
            writer.Line("var hash = new global::System.HashCode();");
            foreach (var parameter in names.Payload)
            {
                var property = Identifiers.Escape(parameter.PropertyName);
                writer.Line($"hash.Add({RuntimeNames.Equality}.GetHashCode<{parameter.Type.Name}>(this.{property}));");
            }

            writer.Line("return hash.ToHashCode();");
        }
    }
}

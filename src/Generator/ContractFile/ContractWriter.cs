using System.Globalization;
using System.Text;

namespace TaskGen.Generator.ContractFile;

/// <summary>Formats contracts as lines of a contract file. Equal contracts have equal lines.</summary>
internal static class ContractWriter
{
    /// <summary>Returns the contract file line of a task.</summary>
    public static string Write(TaskContract contract)
    {
        var text = new StringBuilder(contract.Name).Append('(');
        WriteMembers(text, contract.Parameters);
        text.Append(')');
        if (contract.Result is { } result)
        {
            text.Append(" -> ");
            Write(text, result);
        }

        return text.ToString();
    }

    /// <summary>Returns a shape in the syntax of a contract file.</summary>
    public static string Write(ContractShape shape)
    {
        var text = new StringBuilder();
        Write(text, shape);
        return text.ToString();
    }

    private static void Write(StringBuilder text, ContractShape shape)
    {
        switch (shape.Kind)
        {
            case ContractShapeKind.Enum:
                text.Append("enum ").Append(shape.Name).Append(" {");
                WriteAll(text, shape.Constants, WriteConstant);
                text.Append('}');
                break;
            case ContractShapeKind.List:
                text.Append('[');
                Write(text, shape.Elements[0]);
                text.Append(']');
                break;
            case ContractShapeKind.Map:
                text.Append("{[");
                Write(text, shape.Elements[0]);
                text.Append("]: ");
                Write(text, shape.Elements[1]);
                text.Append('}');
                break;
            case ContractShapeKind.Tuple:
                text.Append('(');
                WriteAll(text, shape.Elements, Write);
                text.Append(')');
                break;
            case ContractShapeKind.Object:
                text.Append('{');
                WriteMembers(text, shape.Members);
                text.Append('}');
                break;
            case ContractShapeKind.Enclosing:
                text.Append('^').Append(shape.Name);
                break;
            case ContractShapeKind.Opaque:
                text.Append(shape.Name.Length == 0 ? "json" : $"json<{shape.Name}>");
                break;
            default:
                text.Append(shape.Name);
                break;
        }

        if (shape.IsNullable)
        {
            text.Append('?');
        }
    }

    private static void WriteMembers(StringBuilder text, IEnumerable<ContractMember> members) =>
        WriteAll(text, members, static (text, member) =>
        {
            WriteName(text, member.Name);
            text.Append(member.IsOptional ? "?: " : ": ");
            Write(text, member.Shape);
        });

    private static void WriteConstant(StringBuilder text, ContractConstant constant)
    {
        WriteName(text, constant.Name);
        if (constant.Number.Length > 0)
        {
            text.Append(" = ").Append(constant.Number);
        }
    }

    private static void WriteAll<T>(StringBuilder text, IEnumerable<T> items, Action<StringBuilder, T> write)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
            {
                text.Append(", ");
            }

            isFirst = false;
            write(text, item);
        }
    }

    // A JSON name can be any string.
    private static void WriteName(StringBuilder text, string name)
    {
        if (ContractNames.IsBare(name))
        {
            text.Append(name);
            return;
        }

        text.Append('"');
        foreach (var character in name)
        {
            if (character is '"' or '\\')
            {
                text.Append('\\').Append(character);
            }
            else if (char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029')
            {
                text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(character);
            }
        }

        text.Append('"');
    }
}

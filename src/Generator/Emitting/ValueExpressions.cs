using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Creates the C# expressions for the serializers of types, which combine the serializers that the runtime provides. For each tuple type,
/// emits a class that serializes the tuple element by element.
/// </summary>
internal sealed class ValueExpressions
{
    private readonly List<TypeRef> _tuples = [];

    /// <summary>Returns the expression for the serializer of a type.</summary>
    public string Of(TypeRef type)
    {
        var value = type.Kind switch
        {
            PayloadKind.Plain => $"{RuntimeNames.Value}.{type.Member}",
            PayloadKind.Enum => $"{RuntimeNames.Value}.Enum<{type.Name}, {type.Number}>({RuntimeNames.Value}.{type.Member})",
            PayloadKind.Nullable => $"{RuntimeNames.Value}.Nullable({Of(type.Elements[0])})",
            PayloadKind.Array => $"{RuntimeNames.Value}.Array({Of(type.Elements[0])})",
            PayloadKind.Collection =>
                $"{RuntimeNames.Value}.Collection<{type.NonNullName}, {type.Elements[0].Name}>({Of(type.Elements[0])})",
            PayloadKind.Tuple => $"new {Tuple(type)}()",
            _ => $"{RuntimeNames.Value}.Json<{type.NonNullName}>()",
        };
        return type.IsNullableReference ? $"{RuntimeNames.Value}.OrNull({value})" : value;
    }

    /// <summary>Writes the classes of all tuples that the expressions use, including tuples inside tuples.</summary>
    public void WriteTuples(CodeWriter writer)
    {
        for (var index = 0; index < _tuples.Count; index++)
        {
            writer.Line();
            WriteTuple(writer, _tuples[index]);
        }
    }

    private void WriteTuple(CodeWriter writer, TypeRef tuple)
    {
        var count = tuple.Elements.Count;
        using (writer.Block($"private sealed class {Tuple(tuple)} : {RuntimeNames.Value}<{tuple.Name}>"))
        {
            for (var index = 0; index < count; index++)
            {
                var type = tuple.Elements[index];
                writer.Line($"private static readonly {RuntimeNames.Value}<{type.Name}> Item{index + 1} = {Of(type)};");
            }

            writer.Line();
            using (writer.Block(
                $"protected override void WriteCore({RuntimeNames.Writer} writer, {tuple.Name} value, {RuntimeNames.JsonOptions} options)"))
            {
                writer.Line($"{RuntimeNames.Array}.WriteStart(writer);");
                for (var index = 0; index < count; index++)
                {
                    writer.Line($"{RuntimeNames.Array}.WriteElement(writer, {index}, Item{index + 1}, value.Item{index + 1}, options);");
                }

                writer.Line("writer.WriteEndArray();");
            }

            writer.Line();
            using (writer.Block(
                $"protected override {tuple.Name} ReadCore(ref {RuntimeNames.Reader} reader, {RuntimeNames.JsonOptions} options)"))
            {
                var items = new List<string>();
                writer.Line($"{RuntimeNames.Array}.ReadStart(ref reader);");
                for (var index = 0; index < count; index++)
                {
                    writer.Line(
                        $"var item{index + 1} = {RuntimeNames.Array}.ReadTupleElement(ref reader, {index}, {count}, Item{index + 1}, "
                        + $"options);");
                    items.Add($"item{index + 1}");
                }

                writer.Line($"{RuntimeNames.Array}.ReadTupleEnd(ref reader, {count});");
                writer.Line(count == 1 ? $"return new {tuple.Name}(item1);" : $"return ({string.Join(", ", items)});");
            }

            writer.Line();
            writer.Line($"protected override {RuntimeNames.JsonNode} DescribeCore({RuntimeNames.JsonOptions} options) =>");
            var shapes = new List<string>();
            for (var index = 0; index < count; index++)
            {
                shapes.Add($"Item{index + 1}.Describe(options)");
            }

            writer.Line($"    {RuntimeNames.Array}.DescribeTuple({string.Join(", ", shapes)});");
        }
    }

    private string Tuple(TypeRef tuple)
    {
        var index = _tuples.IndexOf(tuple);
        if (index < 0)
        {
            index = _tuples.Count;
            _tuples.Add(tuple);
        }

        return $"Tuple{index}";
    }
}

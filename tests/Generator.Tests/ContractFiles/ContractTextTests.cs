using System.Collections.Immutable;
using CsCheck;
using TaskGen.Generator.ContractFile;

namespace Generator.Tests.ContractFiles;

/// <summary>Contracts that are written are read back unchanged.</summary>
public sealed class ContractTextTests
{
    private static readonly string[] Words = ["bool", "int", "long", "decimal", "string", "guid", "date", "bytes", "failure", "taskid"];

    private static readonly Gen<string> AnyLine = Gen.String[Gen.Char["ab(){}[]<>:,?^\"\\-= jsonintu0"], 0, 40];

    private static readonly Gen<string> Names = Gen.OneOf(Gen.Const("id"), Gen.String[Gen.Char.AlphaNumeric, 1, 8], Gen.String[1, 6]);

    private static readonly Gen<ContractShape> Shapes = Gen.Recursive<ContractShape>((depth, inner) => Gen.Select(
        depth > 3 ? Leaves() : Gen.OneOf(Leaves(), Nodes(inner)),
        Gen.Bool,
        static (shape, isNullable) => shape with { IsNullable = isNullable }));

    private static readonly Gen<TaskContract> Contracts = Gen.Select(
        Gen.String[Gen.Char["abcXYZ019._-"], 1, 20],
        Members(Shapes),
        Gen.OneOf(Gen.Const((ContractShape?)null), Shapes.Select(static shape => (ContractShape?)shape)),
        static (name, members, result) => new TaskContract(name, members, result));

    [Fact]
    public void A_contract_is_read_as_it_was_written() => Contracts.Sample(static contract =>
    {
        var line = ContractWriter.Write(contract);
        Assert.DoesNotContain('\n', line);
        Assert.Equal(contract, ContractReader.Read(line, out var problem));
        Assert.Null(problem);
        Assert.Empty(ContractComparer.Compare(contract, ContractReader.Read(line, out _)!));
    });

    [Fact]
    public void Whatever_a_line_holds_is_read_or_says_where_it_cannot_be() => AnyLine.Sample(static line =>
    {
        var contract = ContractReader.Read(line, out var problem);
        Assert.Equal(contract is null, problem is not null);
        if (contract is not null)
        {
            Assert.Equal(contract, ContractReader.Read(ContractWriter.Write(contract), out _));
        }
        else
        {
            Assert.InRange(problem!.Start, 0, line.Length);
            Assert.InRange(problem.Start + problem.Length, problem.Start, line.Length);
        }
    });

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Null(ContractReader.Read($"a(x: {new string('[', 100_000)}", out _));

    private static Gen<ContractShape> Leaves() => Gen.OneOf(
        Gen.Int[0, Words.Length - 1].Select(static index => new ContractShape(ContractShapeKind.Plain, Words[index])),
        Gen.OneOf(Gen.Const(""), Gen.Const("Money"), Gen.Const("Shop.Money"))
            .Select(static name => new ContractShape(ContractShapeKind.Opaque, name)),
        Gen.Int[1, 9].Select(static level => new ContractShape(ContractShapeKind.Enclosing, $"{level}")),
        Distinct(Names).Select(Gen.Long).Select(static (names, first) => new ContractShape(
            ContractShapeKind.Enum,
            "long",
            Constants: names.Select((name, index) => new ContractConstant(name, $"{first ^ index}")).ToImmutableArray())),
        Distinct(Names).Select(static names => new ContractShape(
            ContractShapeKind.Enum, "string", Constants: names.Select(static name => new ContractConstant(name, "")).ToImmutableArray())));

    private static Gen<ContractShape> Nodes(Gen<ContractShape> inner) => Gen.OneOf(
        inner.Select(static element => new ContractShape(ContractShapeKind.List, Elements: ImmutableArray.Create(element))),
        Gen.Select(
            inner, inner, static (key, value) => new ContractShape(ContractShapeKind.Map, Elements: ImmutableArray.Create(key, value))),
        inner.Array[0, 3].Select(static elements => new ContractShape(ContractShapeKind.Tuple, Elements: elements.ToImmutableArray())),
        Members(inner).Select(static members => new ContractShape(ContractShapeKind.Object, Members: members)));

    private static Gen<ImmutableArray<ContractMember>> Members(Gen<ContractShape> shapes) =>
        Distinct(Names).SelectMany(names => Gen.Select(Gen.Bool, shapes).Array[names.Length].Select(values =>
            names.Zip(values, static (name, value) => new ContractMember(name, value.Item1, value.Item2)).ToImmutableArray()));

    private static Gen<string[]> Distinct(Gen<string> names) => names.Array[0, 3].Select(static array => array.Distinct().ToArray());
}

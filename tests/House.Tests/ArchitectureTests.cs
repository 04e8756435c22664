using House.Tests.Rooms;
using Mono.Cecil;

namespace House.Tests;

/// <summary>
/// Holds the compiled types to the order of the rooms: a room uses rooms below it and none above it, so that no two rooms use each other.
/// </summary>
public sealed class ArchitectureTests
{
    public static TheoryData<string> Assemblies => ["Runtime", "Generator"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_room_uses_only_rooms_below_it(string assembly)
    {
        using var rooms = Read(assembly, out var plan);
        var wrong = Violations(plan, rooms.Uses());
        Assert.True(
            wrong.Count == 0,
            $"{wrong.Count} use(s) of a room above. Move the type, or let the upper room hand over what the lower one needs; RoomPlans.cs "
            + $"and docs/architecture.md have the order.\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_type_lies_in_a_room_and_every_room_has_types(string assembly)
    {
        using var rooms = Read(assembly, out var plan);
        Assert.Empty(
            rooms.Files.Where(pair => pair.Value.Contains('/', StringComparison.Ordinal) && plan.RoomOf(pair.Value) is null)
                .Select(static pair => pair.Value));
        Assert.Empty(plan.Order.Except(rooms.Files.Values.Select(plan.RoomOf)));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Internal_types_live_in_the_namespace_of_their_room(string assembly)
    {
        using var rooms = Read(assembly, out var plan);
        Assert.Empty(rooms.Files
            .Where(static pair => !pair.Key.IsPublic && pair.Value.Contains('/', StringComparison.Ordinal))
            .Where(pair => !pair.Key.Namespace.StartsWith(NamespaceOf(plan, pair.Value), StringComparison.Ordinal))
            .Select(static pair => $"{pair.Value} is in namespace {pair.Key.Namespace}"));
    }

    [Fact]
    public void Public_types_live_in_the_namespaces_that_users_import()
    {
        using var rooms = Read("Runtime", out _);
        Assert.Equal(
            ["TaskGen", "TaskGen.CompilerServices"],
            rooms.Files.Keys.Where(static type => type.IsPublic).Select(static type => type.Namespace).Distinct().Order(
                StringComparer.Ordinal));
    }

    [Fact]
    public void The_tests_of_the_runtime_lie_in_folders_of_its_rooms()
    {
        var rooms = RoomPlans.Runtime.Order.Select(static room => room.Split('/')[0]);
        var folders = RepositoryFiles.Below(["tests/Runtime.Tests"], ".cs").Select(static file => file.Split('/')[2]).Distinct();
        Assert.Equal(["Support"], folders.Except(rooms));
    }

    [Fact]
    public void A_planted_use_of_an_upper_room_is_found()
    {
        var plan = new RoomPlan("tests/House.Tests", "House.Tests", ["Planted/Upper", "Planted/Lower"]);
        using var rooms = new RoomReader(plan, typeof(ArchitectureTests).Assembly.Location);
        Assert.Equal(["Planted/Lower -> Planted/Upper: LowerType uses UpperType"], Violations(plan, rooms.Uses()));
    }

    [Fact]
    public void Rooms_that_use_each_other_can_be_drawn_so_that_the_mistake_is_reported()
    {
        var plan = new RoomPlan("src", "Any", ["Upper", "Middle", "Lower"]);
        var uses = new[] { Use("Upper", "Middle"), Use("Middle", "Lower"), Use("Lower", "Upper") };
        Assert.NotNull(RoomPicture.Draw(plan, uses));
        Assert.Equal(["Lower -> Upper: A uses B"], Violations(plan, uses));

        static TypeUse Use(string from, string to) => new("A", from, "B", to);
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_picture_in_the_documentation_shows_the_rooms_as_they_are(string assembly)
    {
        using var rooms = Read(assembly, out var plan);
        var drawn = RoomPicture.Draw(plan, rooms.Uses());
        Assert.True(
            drawn == RoomPicture.InDocument(assembly), $"docs/architecture.md does not show these uses of src/{assembly}:\n{drawn}");
    }

    private static List<string> Violations(RoomPlan plan, IReadOnlyList<TypeUse> uses) =>
        [.. uses.Where(use => !plan.IsAbove(use.FromRoom, use.ToRoom)).Select(static use => use.ToString())];

    private static RoomReader Read(string assembly, out RoomPlan plan)
    {
        plan = assembly == "Runtime" ? RoomPlans.Runtime : RoomPlans.Generator;
        return new RoomReader(
            plan, Path.Combine(AppContext.BaseDirectory, assembly == "Runtime" ? "TaskGen.dll" : "TaskGen.Generator.dll"));
    }

    // The class Canvas owns the name TaskGen.Canvas, so that the namespace of its room has another one.
    private static string NamespaceOf(RoomPlan plan, string file) =>
        $"{plan.Namespace}.{plan.RoomOf(file)!.Replace('/', '.')}".Replace("TaskGen.Canvas", "TaskGen.Canvases", StringComparison.Ordinal);
}

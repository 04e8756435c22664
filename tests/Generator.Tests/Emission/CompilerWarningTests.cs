using Generator.Tests.Support;

namespace Generator.Tests.Emission;

/// <summary>Declarations whose use the compiler warns of: generated code compiles without a warning, and runs.</summary>
public sealed class CompilerWarningTests
{
    [Fact]
    public Task Obsolete_with_an_id_of_its_own() => LoadedProgram.RunAsync(
        """
        [Obsolete("gone", DiagnosticId = "SHOP001")] public sealed record Old(int A);
        public sealed class Jobs
        {
        #pragma warning disable SHOP001
            [Task] public int A(Old old) => old.A;
        #pragma warning restore SHOP001
            [Obsolete("gone", DiagnosticId = "SHOP002")] [Task] public int B() => 2;
        }
        """,
        """
        #pragma warning disable SHOP001, SHOP002, CS0618
                Check(await (await client.Jobs.A.DelayAsync(new Old(1))).GetAsync() == 1);
                Check(await (await client.Jobs.B.DelayAsync()).GetAsync() == 2);
        """);

    [Fact]
    public void Types_of_an_experimental_assembly()
    {
        var library = ReferencedAssembly.Of(
            "Lab",
            """
            [assembly: System.Diagnostics.CodeAnalysis.Experimental("LAB1")]
            namespace Lab { public sealed class Sample { public int A { get; set; } } }
            """);
        GeneratorHarness.GenerateStrictly(GeneratorHarness.Compile(
            """
            #pragma warning disable LAB1
            public sealed class Jobs { [Task] public void A(Lab.Sample sample) { } }
            """).AddReferences(library));
    }

    [Fact]
    public void What_does_not_comply_with_the_CLS() => GeneratorHarness.GenerateStrictly(GeneratorHarness.Compile(
        """
        [assembly: CLSCompliant(true)]
        #pragma warning disable CS3001, CS3002
        public sealed class Jobs { [Task] public uint A(ulong a) => (uint)a; }
        """));

    [Fact]
    public Task Obsolete_and_experimental_methods_and_classes() => LoadedProgram.RunAsync(
        """
        public sealed class Jobs
        {
            [Obsolete, Task] public int Old() => 1;
            [Obsolete("say \"new\""), Task] public int Older() => 2;
            [Obsolete("gone", true), Task] public int Oldest() => 3;
            [System.Diagnostics.CodeAnalysis.Experimental("SHOP001"), Task] public int New() => 4;
        }
        [Obsolete("gone", true)] public sealed class OldJobs { [Task] public int Run() => 5; }
        [System.Diagnostics.CodeAnalysis.Experimental("SHOP002")] public sealed class Thing { public int X { get; set; } }
        #pragma warning disable SHOP002
        public sealed class Things { [Task] public Thing Make(Thing thing) => thing; }
        #pragma warning restore SHOP002
        """,
        """
        #pragma warning disable CS0612, CS0618, SHOP001, SHOP002
                Check(await (await client.Jobs.Old.DelayAsync()).GetAsync() == 1);
                Check(await (await client.Jobs.Older.DelayAsync()).GetAsync() == 2);
                Check(await (await client.Jobs.New.DelayAsync()).GetAsync() == 4);
                var oldest = typeof(JobsClient).GetProperty("Oldest")!.GetCustomAttributes(typeof(ObsoleteAttribute), false);
                Check(oldest is [ObsoleteAttribute { IsError: true, Message: "gone" }]);
                var older = typeof(JobsClient).GetProperty("Older")!.GetCustomAttributes(typeof(ObsoleteAttribute), false);
                Check(older is [ObsoleteAttribute { IsError: false, Message: "say \"new\"" }]);
        """);
}

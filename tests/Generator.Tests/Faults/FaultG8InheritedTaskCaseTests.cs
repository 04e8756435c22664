using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.Faults;

/// <summary>Inherited tasks of all kinds: the ones that a fix declares, and the ones for which there is none.</summary>
public sealed class FaultG8InheritedTaskCaseTests
{
    private const string InClass = "Declare a public task that calls the method";

    [Fact]
    public Task Calls_an_override_in_its_own_class() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0001",
        """
        using TaskGen;

        internal abstract class JobBase
        {
            protected abstract void Execute(params int[] ids);
        }

        internal sealed class Nightly : JobBase
        {
            [Task(Name = "nightly")]
            [TaskAlias("old.nightly")]
            protected override void Execute(params int[] ids) { }
        }
        """,
        """
        using TaskGen;

        internal abstract class JobBase
        {
            protected abstract void Execute(params int[] ids);
        }

        internal sealed class Nightly : JobBase
        {
            protected override void Execute(params int[] ids) { }

            [Task(Name = "nightly")]
            [TaskAlias("old.nightly")]
            public void ExecuteTask(params int[] ids) => Execute(ids);
        }
        """,
        InClass);

    [Fact]
    public Task Calls_an_explicit_implementation_in_its_own_class() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0009",
        """
        using TaskGen;

        internal interface IJob<T>
        {
            int Run(T item);
        }

        internal sealed class Nightly : IJob<string>
        {
            [Task]
            int IJob<string>.Run(string item) => item.Length;
        }
        """,
        """
        using TaskGen;

        internal interface IJob<T>
        {
            int Run(T item);
        }

        internal sealed class Nightly : IJob<string>
        {
            int IJob<string>.Run(string item) => item.Length;

            [Task]
            public int Run(string item) => ((IJob<string>)this).Run(item);
        }
        """);

    [Fact]
    public Task Hides_the_task_of_a_base_class_on_purpose() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0001",
        """
        using TaskGen;

        internal abstract class JobBase
        {
            [Task]
            protected void Execute(int id) { }
        }

        internal class First : JobBase
        {
        }

        internal sealed class Second : First
        {
        }
        """,
        """
        using TaskGen;

        internal abstract class JobBase
        {
            protected void Execute(int id) { }
        }

        internal class First : JobBase
        {
            [Task]
            public void ExecuteTask(int id) => Execute(id);
        }

        internal sealed class Second : First
        {
            [Task]
            public new void ExecuteTask(int id) => Execute(id);
        }
        """);

    [Fact]
    public Task Offers_nothing_where_no_class_can_run_it() => CodeFixVerifier.VerifyNoFixAsync<InheritedTaskCodeFix>(
        "TG0001",
        """
        using TaskGen;

        internal abstract class JobBase
        {
            [Task]
            protected abstract void Execute(int id);
        }

        internal sealed class Nightly : JobBase
        {
            private Nightly() { }

            protected override void Execute(int id) { }
        }
        """);

    [Theory]
    [InlineData("private void Execute() { }")]
    [InlineData("protected void Execute() { }")]
    public Task Offers_nothing_where_the_method_itself_can_be_made_accessible(string method) =>
        CodeFixVerifier.VerifyNoFixAsync<InheritedTaskCodeFix>(
            "TG0001",
            $$"""
            using TaskGen;

            internal class Jobs
            {
                [Task] {{method}}
            }
            """);

    [Fact]
    public Task Offers_nothing_where_the_parameters_cannot_be_serialized() => CodeFixVerifier.VerifyNoFixAsync<InheritedTaskCodeFix>(
        "TG0001",
        """
        using System;
        using TaskGen;

        internal abstract class JobBase
        {
            [Task]
            protected abstract void Execute(Span<int> numbers);
        }

        internal sealed class Nightly : JobBase
        {
            protected override void Execute(Span<int> numbers) { }
        }
        """);

    [Fact]
    public Task Documents_what_is_visible_and_keeps_names_apart() => CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
        "TG0001",
        """
        using TaskGen;

        /// <summary>Works.</summary>
        public abstract class JobBase
        {
            private const int Hidden = 4;

            /// <summary>Works.</summary>
            [Task(Retry = Hidden)]
            protected virtual void Execute(string? text = null, int? number = null) { }
        }

        namespace A
        {
            /// <summary>Works.</summary>
            [TaskGroup("First")]
            public sealed class Nightly : JobBase
            {
                /// <summary>Has the name that would be taken.</summary>
                public static void ExecuteTask() { }
            }
        }

        namespace B
        {
            /// <summary>Works.</summary>
            public sealed class Nightly : JobBase;
        }
        """,
        """
        using TaskGen;

        /// <summary>Works.</summary>
        public abstract class JobBase
        {
            private const int Hidden = 4;

            /// <summary>Works.</summary>
            protected virtual void Execute(string? text = null, int? number = null) { }
        }

        namespace A
        {
            /// <summary>Works.</summary>
            [TaskGroup("First")]
            public sealed class Nightly : JobBase
            {
                /// <summary>Has the name that would be taken.</summary>
                public static void ExecuteTask() { }

                /// <inheritdoc cref="M:JobBase.Execute(System.String,System.Nullable{System.Int32})"/>
                [Task(Name = "A.Nightly.RunExecute", Retry = 4)]
                public void RunExecute(string? text = null, int? number = null) => Execute(text, number);
            }
        }

        namespace B
        {
            /// <summary>Works.</summary>
            public sealed class Nightly : JobBase
            {
                /// <inheritdoc cref="M:JobBase.Execute(System.String,System.Nullable{System.Int32})"/>
                [Task(Name = "B.Nightly.RunExecute", Retry = 4)]
                public void RunExecute(string? text = null, int? number = null) => Execute(text, number);
            }
        }
        """);

    [Fact]
    public async Task Offers_both_where_the_base_class_can_run_too() => Assert.Equal(
        ["Declare the task in each derived class", InClass],
        await CodeFixVerifier.OfferedAsync<InheritedTaskCodeFix>(
            "TG0001",
            """
            using TaskGen;

            internal class JobBase
            {
                [Task]
                protected virtual void Execute(int id) { }
            }

            internal sealed class Nightly : JobBase;
            """));
}

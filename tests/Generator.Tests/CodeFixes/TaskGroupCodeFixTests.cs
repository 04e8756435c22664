using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Gives a hidden group another name.</summary>
public sealed class TaskGroupCodeFixTests
{
    [Fact]
    public Task Names_the_group() => CodeFixVerifier.VerifyAsync<TaskGroupCodeFix>(
        "TG0204",
        """
        using TaskGen;

        internal sealed class GetHandle
        {
            [Task]
            public void A() { }

            [Task]
            public void B() { }
        }

        /// <summary>Compares.</summary>
        internal sealed class Equals
        {
            [Task]
            public void A() { }
        }
        """,
        """
        using TaskGen;

        [TaskGroup("GetHandleTasks")]
        internal sealed class GetHandle
        {
            [Task]
            public void A() { }

            [Task]
            public void B() { }
        }

        /// <summary>Compares.</summary>
        [TaskGroup("EqualsTasks")]
        internal sealed class Equals
        {
            [Task]
            public void A() { }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_a_group_is_given() => CodeFixVerifier.VerifyNoFixAsync<TaskGroupCodeFix>(
        "TG0204",
        """
        using TaskGen;

        [TaskGroup("GetHandle")]
        internal sealed class Handles
        {
            [Task]
            public void A() { }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_the_name_is_taken() => CodeFixVerifier.VerifyNoFixAsync<TaskGroupCodeFix>(
        "TG0204",
        """
        using TaskGen;

        internal sealed class GetHandle
        {
            [Task]
            public void A() { }
        }

        internal sealed class GetHandleTasks;
        """);
}

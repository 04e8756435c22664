using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Makes tasks, classes and exceptions accessible.</summary>
public sealed class AccessibleCodeFixTests
{
    [Fact]
    public Task Makes_methods_internal_and_no_more() => CodeFixVerifier.VerifyAsync<AccessibleCodeFix>(
        "TG0001",
        """
        using TaskGen;

        internal class Jobs
        {
            [Task]
            private void A() { }

            [Task] void B() { }

            [Task]
            protected void C() { }

            [Task]
            private protected static void D() { }
        }
        """,
        """
        using TaskGen;

        internal class Jobs
        {
            [Task]
            internal void A() { }

            [Task] internal void B() { }

            [Task]
            protected internal void C() { }

            [Task]
            internal static void D() { }
        }
        """);

    [Fact]
    public Task Makes_the_classes_around_it_internal_too() => CodeFixVerifier.VerifyAsync<AccessibleCodeFix>(
        "TG0001",
        """
        using System;
        using TaskGen;

        internal class Jobs
        {
            private class Inner
            {
                [Task]
                public void A() { }

                [Task]
                private void B() { }
            }

            private sealed class Failure : Exception;

            [Task(Retry = 1), RetryOn<Failure>]
            public void C() => throw new Failure();
        }
        """,
        """
        using System;
        using TaskGen;

        internal class Jobs
        {
            internal class Inner
            {
                [Task]
                public void A() { }

                [Task]
                internal void B() { }
            }

            internal sealed class Failure : Exception;

            [Task(Retry = 1), RetryOn<Failure>]
            public void C() => throw new Failure();
        }
        """);

    [Fact]
    public Task Changes_both_parts_of_a_partial_method() => CodeFixVerifier.VerifyAsync<AccessibleCodeFix>(
        "TG0001",
        """
        using TaskGen;

        internal sealed partial class Jobs
        {
            [Task]
            private partial int A();

            private partial int A() => 1;

            [Task]
            static partial void B();

            // Nothing yet.
            static partial void B() { }
        }
        """,
        """
        using TaskGen;

        internal sealed partial class Jobs
        {
            [Task]
            internal partial int A();

            internal partial int A() => 1;

            [Task]
            internal static partial void B();

            // Nothing yet.
            internal static partial void B() { }
        }
        """);

    [Fact]
    public Task Offers_nothing_for_what_is_local_to_a_file() => CodeFixVerifier.VerifyNoFixAsync<AccessibleCodeFix>(
        "TG0001",
        """
        using TaskGen;

        file sealed class Jobs
        {
            [Task]
            public void A() { }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_a_parameter_would_be_less_accessible() => CodeFixVerifier.VerifyNoFixAsync<AccessibleCodeFix>(
        "TG0001",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            private sealed record Secret(int Id);

            [Task]
            private void A(Secret secret) { }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_derived_classes_have_a_say() => CodeFixVerifier.VerifyNoFixAsync<AccessibleCodeFix>(
        "TG0001",
        """
        using TaskGen;

        internal class Jobs
        {
            [Task]
            protected virtual void A() { }
        }
        """);
}

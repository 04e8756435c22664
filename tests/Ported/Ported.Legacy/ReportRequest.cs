using System;
using System.Collections.Generic;

namespace Ported.Legacy
{
    public class ReportRequest
    {
        public ReportRequest()
        {
            Columns = new List<string>();
        }

        public string Title { get; set; }

        public DateTime From { get; set; }

        public DateTime? To { get; set; }

        public List<string> Columns { get; set; }

        public ReportKind Kind { get; set; }
    }
}

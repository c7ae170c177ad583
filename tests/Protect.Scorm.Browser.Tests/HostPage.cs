namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Pages of the LMS: they offer the strict runtime as <c>API</c>, and keep committed data and all calls in their own
/// storage.
/// </summary>
internal static class HostPage
{
    public const string Html = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>LMS</title>
        <style>html,body{margin:0;height:100%}iframe{border:0;display:block;width:100%;height:100%}</style>
        <script src="/strict-lms.js"></script></head><body><script>
        const query = new URLSearchParams(location.search), as = query.get("as");
        const before = JSON.parse(localStorage.getItem("lms-record") || "{}");
        const earlier = JSON.parse(localStorage.getItem("lms-calls") || "[]");
        const lms = strictLms.launch(before, { mode: query.get("mode") });
        const kill = query.get("kill"), at = Number(query.get("at")), when = query.get("when");
        let count = 0, gone = false;
        window.cut = false;
        const happen = () => {
          const wait = new XMLHttpRequest();
          wait.open("GET", "/fault", false);
          wait.send();
          if (kill === "api gone") gone = true;
          if (kill === "network cut") cut = true;
          if (kill === "process frozen") {
            const inner = document.querySelector("iframe").contentDocument;
            Object.defineProperty(inner, "visibilityState", { get: () => "hidden" });
            inner.dispatchEvent(new Event("visibilitychange"));
            gone = true;
          }
        };
        const adapter = {};
        for (const [name, call] of Object.entries(lms.API)) adapter[name] = (...args) => {
          if (as === "throwing") throw new Error("The LMS is broken.");
          if (gone) throw new Error("There is no adapter.");
          if (cut && name === "LMSCommit") return "false";
          if (window.armed) {
            window.armed = false;
            for (const end = performance.now() + 5000; performance.now() < end;);
          }
          const due = name !== "LMSGetLastError" && ++count === at;
          if (due && when === "before") happen();
          if (gone) throw new Error("There is no adapter.");
          const result = cut && name === "LMSCommit" ? "false" : call(...args);
          if (due && when === "after") happen();
          if (name !== "LMSGetLastError") {
            localStorage.setItem("lms-record", JSON.stringify(lms.stored()));
            localStorage.setItem("lms-calls", JSON.stringify([...earlier, ...lms.calls]));
          }
          return result;
        };
        if (as === "elsewhere") { /* the course cannot reach it */ }
        else if (as === "late") setTimeout(() => { window.API = adapter; }, 1500);
        else window.API = adapter;
        if (as === "popup") window.open("/course/index.html", "course", "width=900,height=700");
        else {
          const frame = document.createElement("iframe");
          frame.title = "Course";
          if (as === "sandboxed") frame.sandbox = "allow-scripts allow-same-origin";
          if (as === "low") {
            // As in an LMS with its own header and footer: the frame is in the middle of a tall page.
            document.body.style = "padding: 608px 0 2000px; height: auto";
            frame.style.height = "666px";
            window.scrolls = 0;
            addEventListener("scroll", () => window.scrolls++);
          }
          frame.src = as === "nested" ? "/nest"
            : as === "elsewhere" ? "http://lms.test/course/index.html"
            : as === "path" ? "/course/index.html/" : "/course/index.html";
          document.body.append(frame);
        }
        </script></body></html>
        """;

    public const string Nest = """
        <!doctype html><html lang="en"><head><title>Player</title>
        <style>html,body{margin:0;height:100%}iframe{border:0;display:block;width:100%;height:100%}</style></head>
        <body><iframe title="Course" src="/course/index.html"></iframe></body></html>
        """;
}

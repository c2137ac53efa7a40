package io.hartonomous.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectReaderTest {
  @TempDir private Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void project(String items) throws IOException {
    write(
        "p.sqlproj",
        "<Project><Sdk Name=\"Microsoft.Build.Sql\" Version=\"2.0.0\" />" + items + "</Project>");
  }

  @Test
  void takesGlobsInOrder() throws Exception {
    write("a/t.sql", "");
    write("a/u.sql", "");
    write("b/v.sql", "");
    write("bin/w.sql", "");
    write("post.sql", "");
    project(
        """
        <ItemGroup>
          <Build Remove="a/**" />
          <Build Include="a\\u.sql" />
          <PostDeploy Include="post.sql" />
          <SqlCmdVariable Include="Env"><DefaultValue>Local</DefaultValue></SqlCmdVariable>
        </ItemGroup>\
        """);
    Project project = ProjectReader.read(folder);
    assertThat(project.build()).containsExactly("a/u.sql", "b/v.sql");
    assertThat(project.postDeploy()).contains("post.sql");
    assertThat(project.sqlcmdVariables()).containsExactly(new SqlcmdVariable("Env", "Local"));
    assertThat(project.provider()).isEqualTo("Sql170");
    assertThat(project.name()).isEqualTo("p");
  }

  @Test
  void wantsOneProjectFile() throws IOException {
    assertThatThrownBy(() -> ProjectReader.read(folder))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("no .sqlproj");
    project("");
    write("q.sqlproj", "<Project/>");
    assertThatThrownBy(() -> ProjectReader.read(folder))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("p.sqlproj, q.sqlproj");
    assertThatThrownBy(() -> ProjectReader.read(folder.resolve("none.sqlproj")))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void refusesWhatIsNotThereOrElsewhere() throws IOException {
    project("<ItemGroup><Build Include=\"gone.sql\" /></ItemGroup>");
    assertThatThrownBy(() -> ProjectReader.read(folder))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("gone.sql");
    project("<ItemGroup><Build Include=\"../../etc/passwd\" /></ItemGroup>");
    assertThatThrownBy(() -> ProjectReader.read(folder))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("outside");
  }

  @Test
  void refusesHostileXml() throws IOException {
    write(
        "p.sqlproj",
        "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Project>&x;</Project>");
    assertThatThrownBy(() -> ProjectReader.read(folder))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("document type");
    write("p.sqlproj", "<Project><a></Project>");
    assertThatThrownBy(() -> ProjectReader.read(folder))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("not well-formed");
    write("p.sqlproj", "<a>".repeat(100) + "</a>".repeat(100));
    assertThatThrownBy(() -> ProjectReader.read(folder))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("deep");
  }

  @Test
  void refusesWhatIsNotText() throws Exception {
    project("");
    Files.write(folder.resolve("x.sql"), new byte[] {'S', 0, 1, 2});
    Project project = ProjectReader.read(folder);
    assertThatThrownBy(() -> Build.build(project))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining("x.sql");
  }

  @Test
  void suppressesWarningsAndRaisesThem() throws Exception {
    write("p.sql", "CREATE PROCEDURE dbo.P AS SELECT a FROM dbo.Missing");
    project(
        "<PropertyGroup><TreatTSqlWarningsAsErrors>True</TreatTSqlWarningsAsErrors></PropertyGroup>");
    assertThat(Build.build(ProjectReader.read(folder)).hasErrors()).isTrue();
    project("<PropertyGroup><SuppressTSqlWarnings>71502</SuppressTSqlWarnings></PropertyGroup>");
    assertThat(Build.build(ProjectReader.read(folder)).diagnostics()).isEmpty();
    project(
        "<ItemGroup><Build"
            + " Update=\"p.sql\"><SuppressTSqlWarnings>71502</SuppressTSqlWarnings></Build></ItemGroup>");
    assertThat(Build.build(ProjectReader.read(folder)).diagnostics()).isEmpty();
  }
}
